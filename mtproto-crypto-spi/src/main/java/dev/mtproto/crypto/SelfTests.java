package dev.mtproto.crypto;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Tests of every primitive, with known answers where there can be one, run when a provider is opened: some milliseconds. */
final class SelfTests {

    private static final byte[] KEY = sequence(32);
    private static final byte[] TEXT = sequence(64);
    private static final byte[] IGE = hex("e28112a53e5c89c7b1ea8071c133699fd4e86b26c4bac9fc5af1ab8ce27a44a4"
            + "a9b2dabae5a422acbb4422404b5950cce880d70cef7a432da00b3a5fc79a7b35");
    // the counter runs over: ff..fe, ff..ff, 0
    private static final byte[] COUNTER = hex("fffffffffffffffffffffffffffffffe");
    private static final byte[] CTR = hex("63e4b601b11b4edaf2e4f3d595c1294bf988f60e58b266cd4b9e0b60419249f1d2");
    private static final byte[] SHA1 = hex("69bd728ad6e13cd76ff19751fde427b00e395746");
    private static final byte[] SHA256 = hex("4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781");
    private static final byte[] EXPONENT = hex("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
    private static final byte[] POWER_SHA256 = hex("150bbf6bfb2f4937c159d4e2d46abd6f7347d0884e95b81a63c9854565c95832");
    private static final byte[] RSA_SHA256 = hex("01dbc4c884a3603ca043ececeb004a557ca884c3e1a275264ff14ed33fa892e4");

    private static final byte[] MESSAGE_SHA256 =
            hex("bf15b4cb5cfb987e766f01a63615e7e1569d4a7e3e6024346b3cc7ac859e7669");
    private static final byte[] RANDOM = {1, 1};

    private SelfTests() {}

    /**
     * Runs the tests.
     *
     * @throws CryptoUnavailableException if a primitive is broken; names it
     */
    static void run(Crypto crypto) {
        String name = crypto.info().name();
        expect(name, "AES-256-IGE encryption", IGE, () -> ige(crypto, TEXT, true));
        expect(name, "AES-256-IGE decryption", TEXT, () -> ige(crypto, IGE, false));
        expect(name, "AES-256-CTR", CTR, () -> ctr(crypto));
        expect(name, "SHA-1", SHA1, () -> hash(crypto.newSha1(), sequence(65)));
        expect(name, "SHA-256", SHA256, () -> hash(crypto.newSha256(), sequence(65)));
        expect(name, "modular exponentiation", POWER_SHA256, () -> hash(crypto.newSha256(), power(crypto)));
        expect(name, "RSA with a public key", RSA_SHA256, () -> hash(crypto.newSha256(), rsa(crypto)));
        expect(name, "RSA with a private key", sequence(256), () -> SelfTestNumbers.rsaPrivate(crypto, sequence(256)));
        expect(name, "primality test", SelfTestNumbers.VERDICTS, () -> SelfTestNumbers.primality(crypto));
        expect(name, "random bytes", RANDOM, () -> random(crypto.random()));
        expect(name, "PBKDF2", SelfTestSealing.KEY, () -> SelfTestSealing.key(crypto));
        expect(name, "AES-256-GCM opening", TEXT, () -> SelfTestSealing.open(crypto));
        expect(name, "AES-256-GCM sealing", SelfTestSealing.VERDICTS, () -> SelfTestSealing.seal(crypto));
        expect(name, "message cipher", MESSAGE_SHA256, () -> message(crypto));
    }

    private static void expect(String name, String primitive, byte[] expected, Supplier<byte[]> test) {
        String fault = "gave a wrong result";
        try {
            if (Arrays.equals(expected, test.get())) {
                return;
            }
        } catch (RuntimeException e) {
            fault = "failed: " + e;
        }
        throw new CryptoUnavailableException("self test of " + name + ": " + primitive + " " + fault);
    }

    private static byte[] ige(Crypto crypto, byte[] text, boolean encrypt) {
        byte[] data = text.clone();
        if (encrypt) {
            crypto.newAesIge().encrypt(KEY, KEY, data, 0, data.length);
        } else {
            crypto.newAesIge().decrypt(KEY, KEY, data, 0, data.length);
        }
        return data;
    }

    private static byte[] ctr(Crypto crypto) {
        byte[] data = sequence(CTR.length);
        AesCtr stream = crypto.newAesCtr(KEY, COUNTER);
        stream.apply(data, 0, 5);
        stream.apply(data, 5, data.length - 5);
        return data;
    }

    private static byte[] hash(Digest digest, byte[] data) {
        digest.update(data);
        return digest.digest();
    }

    private static byte[] power(Crypto crypto) {
        return crypto.modPow(new byte[] {3}, EXPONENT, unsigned());
    }

    private static byte[] rsa(Crypto crypto) {
        // the operation asks nothing of its modulus but the size, so that one number serves both tests
        RsaPublicKey key = new RsaPublicKey(TelegramGroup.PRIME, BigInteger.valueOf(65537));
        return crypto.rsaPublic(key, sequence(256));
    }

    /** Returns 1, 1 if two draws differ and the second has more than one value in it: what a generator that is stuck fails. */
    private static byte[] random(RandomSource random) {
        byte[] first = random.nextBytes(32);
        byte[] second = random.nextBytes(32);
        byte[] stuck = new byte[32];
        Arrays.fill(stuck, second[0]);
        return new byte[] {flag(!Arrays.equals(first, second)), flag(!Arrays.equals(second, stuck))};
    }

    static byte flag(boolean fact) {
        return (byte) (fact ? 1 : 0);
    }

    /** Seals a message as a client, opens it as the server, and returns the hash of the packet and of what was opened. */
    private static byte[] message(Crypto crypto) {
        AuthKey key = AuthKey.permanent(sequence(AuthKey.LENGTH), new AuthKeyId(0x0123_4567_89ab_cdefL));
        byte[] packet = sequence(MessageCipher.HEADER + 64);
        MessageCipher sealer = crypto.newMessageCipher(key, Role.CLIENT);
        MessageCipher opener = crypto.newMessageCipher(key, Role.SERVER);
        Digest sha256 = crypto.newSha256();
        sealer.seal(packet, 0, 64);
        sha256.update(packet);
        boolean opened = opener.open(packet, 0, 64);
        sha256.update(packet);
        sha256.update(new byte[] {flag(opened)});
        sealer.destroy();
        opener.destroy();
        key.destroy();
        return sha256.digest();
    }

    private static byte[] unsigned() {
        return Numbers.toBytes(TelegramGroup.PRIME);
    }

    static byte[] sequence(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
