/** The data centre at work: connections, keys, and the sessions that the engine drives. */
package dev.mtproto.testkit.server;
