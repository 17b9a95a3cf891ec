package dev.mtproto.crypto;

import java.util.List;

/**
 * What {@link CryptoSelection#FASTEST} knows: for a provider that comes first by its rank, who else does which operation
 * faster. Facts, not guesses: docs/performance.md has the figures and how they were measured. A provider that is not in here
 * works alone.
 */
final class SpeedFacts {

    private static final String ACCP = "accp";
    private static final String JDK = "jdk";

    /** The shortest text that the JDK decrypts faster while a new key costs it a microsecond: twelve blocks. */
    private static final int SHORTEST_FOR_OLD_JDK = 192;

    private SpeedFacts() {}

    /**
     * Returns the facts.
     *
     * @param first the provider that comes first
     * @param feature the version of Java, such as 17
     */
    static List<SpeedFact> of(String first, int feature) {
        return first.equals(ACCP) ? accp(feature) : List.of();
    }

    private static List<SpeedFact> accp(int feature) {
        boolean cheapKeys = feature >= 25;
        return List.of(
                new SpeedFact(
                        CryptoOperation.AES_ENCRYPTION,
                        ACCP,
                        0,
                        "64 bytes: 0.25 us against " + (cheapKeys ? "0.35" : "1.0") + "; 64 KiB: the same"),
                new SpeedFact(
                        CryptoOperation.AES_DECRYPTION,
                        JDK,
                        cheapKeys ? 0 : SHORTEST_FOR_OLD_JDK,
                        "a block: 18 to 24 ns against 90, into native code for each; a new key: "
                                + (cheapKeys ? "0.25" : "0.9") + " us against 0.03"),
                new SpeedFact(CryptoOperation.AES_CTR, JDK, 0, "accp has no CTR"),
                new SpeedFact(CryptoOperation.SHA1, JDK, 0, "64 bytes: 0.09 us against 0.14 to 0.18"),
                new SpeedFact(
                        CryptoOperation.SHA256, JDK, 0, "64 bytes: 0.09 us against 0.13 to 0.18; 1 KiB: the same"),
                new SpeedFact(
                        CryptoOperation.RANDOM, ACCP, 0, "16 bytes: 0.03 us against " + (cheapKeys ? "0.37" : "0.12")),
                new SpeedFact(CryptoOperation.DIFFIE_HELLMAN, ACCP, 0, "1.8 ms against 2.5"),
                new SpeedFact(CryptoOperation.RSA_PRIVATE, ACCP, 0, "0.6 ms against 1.2"));
    }
}
