/** Packets as the bodies of HTTP requests and responses, both sides. */
package dev.mtproto.transport.http;
