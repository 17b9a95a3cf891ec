package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.RandomSource;

/** The extensions of a hello that hold key material, or what looks like it. */
final class KeyShares {

    private static final int LATTICE_COEFFICIENTS = 768;
    private static final int LATTICE_MODULUS = 3329;
    private static final int SEED = 32;
    private static final int[] ENCRYPTED_LENGTHS = {144, 176, 208, 240};

    private KeyShares() {}

    /** The groups: with or without X25519MLKEM768. */
    static byte[] groups(Grease grease, boolean hybrid) {
        HelloWriter out = new HelloWriter().hex("000a");
        return out.counted(() -> out.counted(() -> {
                    out.bytes(grease.value(4));
                    out.hex(hybrid ? "11ec" : "").hex("001d 0017 0018");
                }))
                .toByteArray();
    }

    static byte[] shares(Grease grease, boolean hybrid, RandomSource random) {
        HelloWriter out = new HelloWriter().hex("0033");
        return out.counted(() -> out.counted(() -> {
                    out.bytes(grease.value(4)).hex("0001 00");
                    if (hybrid) {
                        out.hex("11ec").counted(() -> {
                            latticeKey(out, random);
                            out.bytes(PublicKeyShape.draw(random));
                        });
                    }
                    out.hex("001d").counted(() -> out.bytes(PublicKeyShape.draw(random)));
                }))
                .toByteArray();
    }

    /** An encrypted client hello for nobody. */
    static byte[] encryptedHello(RandomSource random) {
        HelloWriter out = new HelloWriter().hex("fe0d");
        return out.counted(() -> {
                    out.hex("00 0001 0001").bytes(random.nextBytes(1));
                    out.counted(() -> out.bytes(PublicKeyShape.draw(random)));
                    int length = ENCRYPTED_LENGTHS[Draws.below(ENCRYPTED_LENGTHS.length, random)];
                    out.counted(() -> out.bytes(random.nextBytes(length)));
                })
                .toByteArray();
    }

    /** What an ML-KEM-768 key looks like: numbers of 12 bits below the modulus, two in three bytes, and a seed. */
    private static void latticeKey(HelloWriter out, RandomSource random) {
        byte[] packed = new byte[LATTICE_COEFFICIENTS / 2 * 3];
        for (int i = 0; i < packed.length; i += 3) {
            int first = Draws.below(LATTICE_MODULUS, random);
            int second = Draws.below(LATTICE_MODULUS, random);
            packed[i] = (byte) first;
            packed[i + 1] = (byte) (first >>> 8 | second << 4);
            packed[i + 2] = (byte) (second >>> 4);
        }
        out.bytes(packed).bytes(random.nextBytes(SEED));
    }
}
