package dev.mtproto.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.MessageCipher;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The backends give the same bytes for the same input, whatever it is. */
class BackendsAgreeTests {

    private static final RsaPrivateKey RSA_KEY = Backends.REFERENCE.newRsaKey();
    private static final byte[] PRIME = Numbers.toBytes(TelegramGroup.PRIME);

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Property(tries = 150)
    void ige(@ForAll long seed, @ForAll @IntRange(max = 512) int blocks, @ForAll @IntRange(max = 40) int offset) {
        Random random = new Random(seed);
        byte[] key = bytes(random, 32);
        byte[] iv = bytes(random, 32);
        byte[] frame = bytes(random, offset + 16 * blocks + 3);
        byte[] encrypted = frame.clone();
        byte[] decrypted = frame.clone();
        Backends.REFERENCE.newAesIge().encrypt(key, iv, encrypted, offset, 16 * blocks);
        Backends.REFERENCE.newAesIge().decrypt(key, iv, decrypted, offset, 16 * blocks);
        for (Crypto other : Backends.OTHERS) {
            byte[] data = frame.clone();
            other.newAesIge().encrypt(key, iv, data, offset, 16 * blocks);
            assertArrayEquals(encrypted, data, () -> other.info().name());
            data = frame.clone();
            other.newAesIge().decrypt(key, iv, data, offset, 16 * blocks);
            assertArrayEquals(decrypted, data, () -> other.info().name());
        }
    }

    @Property(tries = 60)
    void ctr(@ForAll long seed, @ForAll @Size(max = 12) List<@IntRange(max = 900) Integer> cuts) {
        Random random = new Random(seed);
        byte[] key = bytes(random, 32);
        byte[] iv = bytes(random, 16);
        int length = cuts.stream().mapToInt(Integer::intValue).sum();
        byte[] text = bytes(random, length);
        byte[] expected = text.clone();
        Backends.REFERENCE.newAesCtr(key, iv).apply(expected, 0, length);
        for (Crypto other : Backends.OTHERS) {
            byte[] data = text.clone();
            AesCtr stream = other.newAesCtr(key, iv);
            int at = 0;
            for (int count : cuts) {
                stream.apply(data, at, count);
                at += count;
            }
            assertArrayEquals(expected, data, () -> other.info().name());
        }
    }

    @Property(tries = 60)
    void hashes(@ForAll long seed, @ForAll @IntRange(max = 3000) int length, @ForAll @IntRange(max = 64) int offset) {
        byte[] frame = bytes(new Random(seed), offset + length + 1);
        for (Crypto other : Backends.OTHERS) {
            assertArrayEquals(
                    hash(Backends.REFERENCE.newSha1(), frame, offset, length),
                    hash(other.newSha1(), frame, offset, length));
            assertArrayEquals(
                    hash(Backends.REFERENCE.newSha256(), frame, offset, length),
                    hash(other.newSha256(), frame, offset, length));
        }
    }

    private static byte[] hash(Digest digest, byte[] frame, int offset, int length) {
        digest.update(frame, offset, length / 3);
        digest.update(frame, offset + length / 3, length - length / 3);
        return digest.digest();
    }

    @Property(tries = 40)
    void passphrases(
            @ForAll("texts") String text,
            @ForAll @Size(min = 16, max = 40) byte[] salt,
            @ForAll @IntRange(min = 1, max = 50) int iterations) {
        byte[] expected = Backends.REFERENCE.pbkdf2(text.toCharArray(), salt, iterations);
        for (Crypto other : Backends.OTHERS) {
            assertArrayEquals(expected, other.pbkdf2(text.toCharArray(), salt, iterations), () -> other.info()
                    .name());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        // every plane of Unicode, without halves of pairs
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMinSize(14)
                .ofMaxSize(90)
                .map(characters -> String.join("", characters));
    }

    @Property(tries = 60)
    void whatOneSealsAnyOtherOpens(@ForAll long seed, @ForAll @IntRange(max = 600) int length) {
        Random random = new Random(seed);
        byte[] key = bytes(random, 32);
        byte[] associated = bytes(random, random.nextInt(50));
        byte[] text = bytes(random, length);
        List<Crypto> all = new ArrayList<>(Backends.OTHERS);
        all.add(Backends.REFERENCE);
        for (Crypto sealer : all) {
            byte[] sealed = sealer.newAesGcm().seal(key, associated, text);
            for (Crypto opener : all) {
                assertArrayEquals(text, opener.newAesGcm().open(key, associated, sealed), () -> opener.info()
                        .name());
            }
        }
    }

    @Property(tries = 15)
    void powers(
            @ForAll long seed,
            @ForAll boolean telegram,
            @ForAll @IntRange(min = 1, max = 255) int baseLength,
            @ForAll @IntRange(min = 1, max = 256) int exponentLength) {
        Random random = new Random(seed);
        BigInteger odd = new BigInteger(2048, random).setBit(2047).setBit(0);
        byte[] modulus = telegram ? PRIME : Numbers.toBytes(odd);
        byte[] base = bytes(random, baseLength);
        base[baseLength - 1] |= 2;
        byte[] exponent = bytes(random, exponentLength);
        exponent[exponentLength - 1] |= 1;
        byte[] expected = Backends.REFERENCE.modPow(base, exponent, modulus);
        for (Crypto other : Backends.OTHERS) {
            assertArrayEquals(expected, other.modPow(base, exponent, modulus), () -> other.info()
                    .name());
        }
    }

    @Property(tries = 10)
    void rsa(@ForAll long seed) {
        byte[] block = bytes(new Random(seed), 256);
        block[0] &= 0x7f;
        byte[] sealed = Backends.REFERENCE.rsaPublic(RSA_KEY.publicKey(), block);
        for (Crypto other : Backends.OTHERS) {
            assertArrayEquals(sealed, other.rsaPublic(RSA_KEY.publicKey(), block));
            assertArrayEquals(block, other.rsaPrivate(RSA_KEY, sealed));
        }
    }

    @Property(tries = 60)
    void messages(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int blocks, @ForAll Role role) {
        Random random = new Random(seed);
        AuthKey key = AuthKey.permanent(bytes(random, AuthKey.LENGTH), new AuthKeyId(seed | 1));
        byte[] plain = bytes(random, MessageCipher.HEADER + 16 * blocks);
        byte[] expected = plain.clone();
        Backends.REFERENCE.newMessageCipher(key, role).seal(expected, 0, 16 * blocks);
        for (Crypto other : Backends.OTHERS) {
            byte[] packet = plain.clone();
            other.newMessageCipher(key, role).seal(packet, 0, 16 * blocks);
            assertArrayEquals(expected, packet, () -> other.info().name());
            MessageCipher opener = other.newMessageCipher(key, role.peer());
            assertTrue(opener.open(packet, 0, 16 * blocks), () -> other.info().name());
            assertEquals(0, Arrays.compare(plain, 24, plain.length, packet, 24, packet.length), () -> other.info()
                    .name());
        }
    }
}
