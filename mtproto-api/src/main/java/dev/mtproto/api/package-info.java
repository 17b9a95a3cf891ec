/** Keys, identifiers, data centres, numbered checks and exceptions: the words that every other module shares. */
package dev.mtproto.api;
