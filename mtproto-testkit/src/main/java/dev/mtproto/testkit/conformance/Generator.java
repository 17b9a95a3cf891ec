package dev.mtproto.testkit.conformance;

/** The generators that some vectors name instead of holding a long text. */
final class Generator {

    private Generator() {}

    /** Returns the plaintext of an entry, given or generated. */
    static byte[] plaintext(Vector vector) {
        return vector.takes("plaintext_hex") ? vector.in("plaintext_hex") : bytes(vector.inNumber("length"));
    }

    /** The linear congruential generator of the vectors of AES, seeded with the length. */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        int seed = length;
        for (int i = 0; i < length; i++) {
            seed = seed * 123457567 + 987651241;
            bytes[i] = (byte) (seed >>> 23);
        }
        return bytes;
    }
}
