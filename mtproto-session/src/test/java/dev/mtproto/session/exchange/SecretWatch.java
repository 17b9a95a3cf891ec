package dev.mtproto.session.exchange;

import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A crypto provider and a source of randomness that hold on to the very arrays in which secrets stand, so that a test sees
 * whether they were overwritten.
 */
final class SecretWatch extends CryptoWrapper implements RandomSource {

    private record Slice(String what, byte[] array, int offset, int length) {
        boolean isErased() {
            for (int i = offset; i < offset + length; i++) {
                if (array[i] != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final RandomSource source;
    private final List<Slice> secrets = new ArrayList<>();
    private final List<byte[]> draws = new ArrayList<>();

    SecretWatch(RandomSource source) {
        this.source = source;
    }

    @Override
    public void nextBytes(byte[] target, int offset, int length) {
        source.nextBytes(target, offset, length);
        draws.add(Arrays.copyOfRange(target, offset, offset + length));
        if (length >= 32) {
            secrets.add(new Slice("random draw " + draws.size(), target, offset, length));
        }
    }

    /** Returns a copy of each piece that was drawn, in order. */
    List<byte[]> draws() {
        return List.copyOf(draws);
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        byte[] result = super.modPow(base, exponent, modulus);
        secrets.add(new Slice("exponent", exponent, 0, exponent.length));
        if (base.length > 1) {
            secrets.add(new Slice("shared secret", result, 0, result.length));
        }
        return result;
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        byte[] result = super.rsaPrivate(key, block);
        secrets.add(new Slice("decrypted block", result, 0, result.length));
        return result;
    }

    @Override
    public AesIge newAesIge() {
        AesIge ige = super.newAesIge();
        return new AesIge() {
            @Override
            public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                watch(key, iv);
                ige.encrypt(key, iv, data, offset, length);
            }

            @Override
            public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                watch(key, iv);
                ige.decrypt(key, iv, data, offset, length);
            }
        };
    }

    private void watch(byte[] key, byte[] iv) {
        secrets.add(new Slice("AES key", key, 0, key.length));
        secrets.add(new Slice("AES iv", iv, 0, iv.length));
    }

    /** Returns what still stands in memory, by name. */
    List<String> remaining() {
        return secrets.stream().filter(s -> !s.isErased()).map(Slice::what).toList();
    }

    /** Returns how many secrets were seen. */
    int seen() {
        return secrets.size();
    }
}
