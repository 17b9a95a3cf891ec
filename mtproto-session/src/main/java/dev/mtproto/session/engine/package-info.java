/** The session engine: requests and time in, packets, events and the next deadline out; no I/O, no threads. */
package dev.mtproto.session.engine;
