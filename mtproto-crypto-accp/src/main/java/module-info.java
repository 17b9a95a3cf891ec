/** The provider {@code accp}: Amazon Corretto Crypto Provider, native code of AWS-LC. Found by ServiceLoader; exports nothing. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.crypto.accp {
    requires static org.jspecify;
    requires dev.mtproto.crypto;
    requires com.amazon.corretto.crypto.provider;

    provides dev.mtproto.crypto.spi.CryptoProvider with
            dev.mtproto.crypto.accp.AccpCryptoProvider;
}
