/** Framings of MTProto packets over a byte stream, and the socket on top of them. */
package dev.mtproto.transport;
