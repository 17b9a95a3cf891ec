package dev.mtproto.crypto;

/** The rows of what this library does itself, whatever the provider, and of what a provider does not tell about. */
final class ProtocolRows {

    private static final String LIBRARY = "MTProto for Java";

    private ProtocolRows() {}

    static ComplianceRow of(CryptoOperation operation, CryptoInfo provider) {
        return switch (operation) {
            case IGE_CHAINING ->
                own(
                        operation,
                        "IGE",
                        "dev.mtproto.crypto.spi.JcaAesIge",
                        "IGE is not among the modes of SP 800-38A; no module offers it. Only XORs are done here, every AES "
                                + "block is the provider's");
            case MESSAGE_AUTHENTICATION ->
                own(
                        operation,
                        "SHA-256 of key and text, 128 of its bits",
                        "dev.mtproto.crypto.StandardMessageCipher",
                        "MTProto's own construction: not HMAC (FIPS 198-1), not an approved MAC. Its hash is the row sha256");
            case KEY_DERIVATION ->
                own(
                        operation,
                        "MTProto 2.0 by SHA-256; key exchange and bindings by SHA-1",
                        "dev.mtproto.crypto.MessageKdf, dev.mtproto.session.exchange.TemporaryKeys",
                        "MTProto's own construction: none of SP 800-56C, SP 800-108 or SP 800-135. Its hashes are the rows "
                                + "sha1 and sha256");
            case RSA_PAD ->
                own(
                        operation,
                        "RSA_PAD: SHA-256 and AES-256-IGE",
                        "dev.mtproto.session.exchange.RsaPad",
                        "MTProto's own construction: not RSA-OAEP of SP 800-56B. Its hash and its AES are the rows sha256, "
                                + "aes-encryption and aes-decryption");
            case GROUP_CHECK ->
                own(
                        operation,
                        "comparisons and remainders",
                        "java.math.BigInteger",
                        "not a cryptographic service; MTProto's own rules, on public numbers");
            case PQ ->
                own(
                        operation,
                        "Pollard's rho on 64 bits",
                        "dev.mtproto.session.exchange.PqFactor",
                        "a proof of work without a secret; there is no approved service for it");
            default ->
                new ComplianceRow(
                        operation,
                        "unknown",
                        "unknown",
                        provider.implementation() + " " + provider.version(),
                        false,
                        "the provider " + provider.name() + " does not tell how this is done");
        };
    }

    private static ComplianceRow own(CryptoOperation operation, String algorithm, String service, String reason) {
        return new ComplianceRow(operation, algorithm, service, LIBRARY, false, reason);
    }
}
