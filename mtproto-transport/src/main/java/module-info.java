/**
 * Transports as pure codecs: framings, obfuscation, fake TLS, WebSocket, HTTP and proxies, the stream in any split and whole
 * frames out; and a blocking socket on top of them.
 */
@org.jspecify.annotations.NullMarked
module dev.mtproto.transport {
    requires static org.jspecify;
    requires transitive dev.mtproto.crypto;

    exports dev.mtproto.transport;
    exports dev.mtproto.transport.faketls;
    exports dev.mtproto.transport.http;
    exports dev.mtproto.transport.mtproxy;
    exports dev.mtproto.transport.obfuscation;
    exports dev.mtproto.transport.proxy;
    exports dev.mtproto.transport.socket;
    exports dev.mtproto.transport.websocket;
}
