package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.CryptoOperation;
import java.security.Provider;

/** Rows of a compliance report that several providers share. */
public final class ComplianceRows {

    private static final String BIG_INTEGER = "java.math.BigInteger.modPow";

    private ComplianceRows() {}

    /** Names a JCA provider with its version. */
    public static String module(Provider provider) {
        return provider.getName() + " " + provider.getVersionStr();
    }

    /** A primality test by {@link dev.mtproto.crypto.Primality}. */
    public static ComplianceRow primality() {
        return new ComplianceRow(
                CryptoOperation.PRIMALITY,
                "Miller-Rabin, 32 random bases",
                BIG_INTEGER,
                java(),
                false,
                "done outside of every module, on a public number; the bases come from the row random");
    }

    /** A power with a public exponent by {@link BigIntegerMath}. */
    public static ComplianceRow rsaPublic() {
        return new ComplianceRow(
                CryptoOperation.RSA_PUBLIC,
                "RSA 2048, raw",
                BIG_INTEGER,
                java(),
                false,
                "done outside of every module: RSA without an approved padding is no approved service; its key is public, "
                        + "what it encrypts is secret");
    }

    /** A power with a private exponent by {@link BigIntegerMath}. */
    public static ComplianceRow rsaPrivate() {
        return new ComplianceRow(
                CryptoOperation.RSA_PRIVATE,
                "RSA 2048, raw, blinded",
                BIG_INTEGER,
                java(),
                false,
                "done outside of every module: RSA without an approved padding is no approved service; it uses the server's "
                        + "private key, a client never does it");
    }

    /** A power with a secret exponent by {@link BigIntegerMath}. */
    public static ComplianceRow power() {
        return new ComplianceRow(
                CryptoOperation.DIFFIE_HELLMAN,
                "Diffie-Hellman, 2048 bits, blinded",
                BIG_INTEGER,
                java(),
                false,
                "done outside of every module");
    }

    /** What does the arithmetic of {@link BigIntegerMath}. */
    private static String java() {
        return "java.base " + Runtime.version();
    }
}
