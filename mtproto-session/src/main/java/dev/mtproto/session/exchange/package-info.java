/** The key exchange, client and server: typed steps and tables without I/O that end in an authorization key. */
package dev.mtproto.session.exchange;
