/** The cryptographic services that MTProto needs, the interface through which a provider offers them, and the choice of one. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.crypto {
    requires static org.jspecify;
    requires transitive dev.mtproto.api;
    // used where present, never needed
    requires static jdk.incubator.vector;

    exports dev.mtproto.crypto;
    exports dev.mtproto.crypto.spi;

    uses dev.mtproto.crypto.spi.CryptoProvider;
}
