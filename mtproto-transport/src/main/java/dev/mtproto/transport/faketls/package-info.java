/** What looks like TLS 1.3 to those who watch: hellos that carry a proof of the proxy secret, and records around the stream. */
package dev.mtproto.transport.faketls;
