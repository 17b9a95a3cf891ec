/** Framings as pure codecs: the stream in any split, whole frames out. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.transport {
    requires static org.jspecify;
    requires transitive dev.mtproto.crypto;

    exports dev.mtproto.transport;
}
