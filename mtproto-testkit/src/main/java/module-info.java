/** An embedded data centre, misbehaving peers, and the conformance kit for crypto providers. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.testkit {
    requires static org.jspecify;
    requires transitive dev.mtproto.session;
    requires transitive dev.mtproto.transport;
    requires static org.junit.jupiter.api;
    requires static com.fasterxml.jackson.databind;

    exports dev.mtproto.testkit;
    exports dev.mtproto.testkit.conformance;
    exports dev.mtproto.testkit.files;

    uses dev.mtproto.crypto.spi.CryptoProvider;
}
