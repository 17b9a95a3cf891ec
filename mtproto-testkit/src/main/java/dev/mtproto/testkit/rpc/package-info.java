/** Queries without their session: wrappers taken off, functions read, handlers asked, and the answers of the built-in ones. */
package dev.mtproto.testkit.rpc;
