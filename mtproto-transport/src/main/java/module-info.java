/** Framings as pure codecs: the stream in any split, whole frames out; and a blocking socket on top of them. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.transport {
    requires static org.jspecify;
    requires transitive dev.mtproto.crypto;

    exports dev.mtproto.transport;
    exports dev.mtproto.transport.socket;
}
