/** The provider {@code bc-fips}: Bouncy Castle FIPS in approved-only mode. Found by ServiceLoader; exports nothing. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.crypto.bc {
    requires static org.jspecify;
    requires dev.mtproto.crypto;
    requires org.bouncycastle.fips.core;

    provides dev.mtproto.crypto.spi.CryptoProvider with
            dev.mtproto.crypto.bc.BcFipsCryptoProvider;
}
