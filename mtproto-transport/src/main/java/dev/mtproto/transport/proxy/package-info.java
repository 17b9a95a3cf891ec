/** Proxies that carry any TCP connection: SOCKS5 and HTTP CONNECT, the client's side. */
package dev.mtproto.transport.proxy;
