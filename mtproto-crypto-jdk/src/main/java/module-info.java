/** The embedded default provider {@code jdk}: the providers of the running JDK, nothing else. Found by ServiceLoader; exports nothing. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.crypto.jdk {
    requires static org.jspecify;
    requires dev.mtproto.crypto;

    provides dev.mtproto.crypto.spi.CryptoProvider with
            dev.mtproto.crypto.jdk.JdkCryptoProvider;
}
