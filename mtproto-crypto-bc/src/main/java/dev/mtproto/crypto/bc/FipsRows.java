package dev.mtproto.crypto.bc;

import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.spi.ComplianceRows;
import java.util.List;

/** What {@link BcFipsCrypto} does, operation by operation. */
final class FipsRows {

    private final String module;
    private final boolean approvedOnly;

    private FipsRows(String module, boolean approvedOnly) {
        this.module = module;
        this.approvedOnly = approvedOnly;
    }

    static List<ComplianceRow> of(String module, boolean approvedOnly) {
        return new FipsRows(module, approvedOnly).rows();
    }

    private List<ComplianceRow> rows() {
        return List.of(
                inside(
                        CryptoOperation.AES_ENCRYPTION,
                        "AES-256-CBC",
                        "Cipher AES/CBC/NoPadding",
                        "serves IGE as its block cipher: see ige-chaining"),
                inside(
                        CryptoOperation.AES_DECRYPTION,
                        "AES-256-ECB",
                        "Cipher AES/ECB/NoPadding",
                        "a call for each block; serves IGE as its block cipher: see ige-chaining"),
                inside(
                        CryptoOperation.AES_CTR,
                        "AES-256-CTR",
                        "Cipher AES/CTR/NoPadding",
                        "where the lower 64 bits of the counter run over, the mode is set up again with the carry"),
                inside(
                        CryptoOperation.SHA1,
                        "SHA-1",
                        "MessageDigest SHA-1",
                        "approved as a hash until the end of 2030, never for new signatures; MTProto signs nothing"),
                inside(CryptoOperation.SHA256, "SHA-256", "MessageDigest SHA-256", ""),
                inside(
                        CryptoOperation.RANDOM,
                        "DRBG",
                        "SecureRandom DEFAULT",
                        FipsModule.seedsItself()
                                ? "seeded by the module's native code from the processor's generator"
                                : "seeded from outside of the module, by the JVM's strong SecureRandom"),
                new ComplianceRow(
                        CryptoOperation.DIFFIE_HELLMAN,
                        "Diffie-Hellman, 2048 bits",
                        "KeyFactory DH; KeyAgreement DH",
                        module,
                        false,
                        "the module executes it, in approved-only mode too; but MTProto's prime is none of the groups of "
                                + "SP 800-56A Rev. 3, so that it is no approved key agreement"),
                ComplianceRows.primality(),
                ComplianceRows.rsaPublic(),
                ComplianceRows.rsaPrivate(),
                inside(
                        CryptoOperation.RSA_KEY_GENERATION,
                        "RSA 2048, e = 65537",
                        "KeyPairGenerator RSA",
                        "the key leaves the module: see rsa-private"),
                inside(
                        CryptoOperation.PBKDF2,
                        "PBKDF2 with HMAC-SHA-256",
                        "SecretKeyFactory PBKDF2WithHmacSHA256",
                        "SP 800-132, for data at rest alone; refuses a passphrase below 112 bits and a salt below 128"),
                inside(
                        CryptoOperation.AES_GCM,
                        "AES-256-GCM",
                        "Cipher AES/GCM/NoPadding",
                        "the nonce of 96 bits is drawn inside the module, from its DRBG"));
    }

    private ComplianceRow inside(CryptoOperation operation, String algorithm, String service, String note) {
        return new ComplianceRow(
                operation,
                algorithm,
                service,
                module,
                approvedOnly,
                approvedOnly ? note : "the module was loaded in its general mode, not in approved-only mode");
    }
}
