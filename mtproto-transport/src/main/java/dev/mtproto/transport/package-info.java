/** Framings of MTProto packets over a byte stream, as pure codecs. */
package dev.mtproto.transport;
