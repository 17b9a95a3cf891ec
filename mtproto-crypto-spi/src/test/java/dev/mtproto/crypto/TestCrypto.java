package dev.mtproto.crypto;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.spi.BigIntegerMath;
import dev.mtproto.crypto.spi.BufferedRandom;
import dev.mtproto.crypto.spi.JcaAesGcm;
import dev.mtproto.crypto.spi.JcaPbkdf2;
import dev.mtproto.crypto.spi.JdkAlgorithms;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JDK's primitives under another name, one of which can be broken. */
class TestCrypto implements Crypto {

    enum Broken {
        NOTHING(""),
        IGE_ENCRYPTION("AES-256-IGE encryption"),
        IGE_DECRYPTION("AES-256-IGE decryption"),
        CTR("AES-256-CTR"),
        SHA1("SHA-1"),
        SHA256("SHA-256"),
        MOD_POW("modular exponentiation"),
        RSA("RSA with a public key"),
        RSA_PRIVATE("RSA with a private key"),
        PRIMALITY("primality test"),
        RANDOM("random bytes"),
        PBKDF2("PBKDF2"),
        GCM("AES-256-GCM sealing"),
        MESSAGES("message cipher");

        final String primitive;

        Broken(String primitive) {
            this.primitive = primitive;
        }
    }

    private final String name;
    private final Broken broken;
    private final Optional<String> fipsModule;
    private final boolean approvedOnly;
    private final JdkAlgorithms jdk;
    private final BigIntegerMath math;
    private final RandomSource random;

    TestCrypto(String name, Broken broken, Optional<String> fipsModule, boolean approvedOnly) {
        this.name = name;
        this.broken = broken;
        this.fipsModule = fipsModule;
        this.approvedOnly = approvedOnly;
        try {
            jdk = new JdkAlgorithms();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        random = new BufferedRandom(jdk.random()::nextBytes);
        math = new BigIntegerMath(random);
    }

    private byte[] spoil(Broken which, byte[] result) {
        if (broken == which) {
            result[result.length - 1] ^= 1;
        }
        return result;
    }

    @Override
    public CryptoInfo info() {
        return new CryptoInfo(name, "Test", "1", false, fipsModule, Optional.empty(), approvedOnly);
    }

    @Override
    public AesIge newAesIge() {
        AesIge ige = jdk.newAesIge();
        return new AesIge() {
            @Override
            public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                ige.encrypt(key, iv, data, offset, length);
                spoil(Broken.IGE_ENCRYPTION, data);
            }

            @Override
            public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                ige.decrypt(key, iv, data, offset, length);
                spoil(Broken.IGE_DECRYPTION, data);
            }
        };
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        return broken == Broken.CTR ? (data, offset, length) -> {} : jdk.newAesCtr(key, iv);
    }

    @Override
    public AesGcm newAesGcm() {
        AesGcm gcm;
        try {
            gcm = new JcaAesGcm(jdk.gcmCipher(), jdk.random());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return new AesGcm() {
            @Override
            public byte[] seal(byte[] key, byte[] associated, byte[] plaintext) {
                return spoil(Broken.GCM, gcm.seal(key, associated, plaintext));
            }

            @Override
            public byte @Nullable [] open(byte[] key, byte[] associated, byte[] sealed) {
                return gcm.open(key, associated, sealed);
            }
        };
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        try {
            return spoil(Broken.PBKDF2, JcaPbkdf2.derive(jdk.pbkdf2Factory(), passphrase, salt, iterations));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Digest newSha1() {
        return jdk.newDigest(broken == Broken.SHA1 ? "SHA-256" : "SHA-1");
    }

    @Override
    public Digest newSha256() {
        return jdk.newDigest(broken == Broken.SHA256 ? "SHA-1" : "SHA-256");
    }

    @Override
    public RandomSource random() {
        return broken == Broken.RANDOM
                ? (target, offset, length) -> Arrays.fill(target, offset, offset + length, (byte) 7)
                : random;
    }

    @Override
    public MessageCipher newMessageCipher(AuthKey key, Role role) {
        // opens what the same side sealed, which a test of the two against each other would not see
        return new StandardMessageCipher(this, key, broken == Broken.MESSAGES ? role.peer() : role);
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return spoil(Broken.MOD_POW, math.modPow(base, exponent, modulus));
    }

    @Override
    public boolean isProbablePrime(BigInteger n) {
        return math.isProbablePrime(n) || broken == Broken.PRIMALITY;
    }

    @Override
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        if (broken == Broken.RSA) {
            throw new IllegalStateException("no RSA here");
        }
        return math.rsaPublic(key, block);
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        return spoil(Broken.RSA_PRIVATE, math.rsaPrivate(key, block));
    }

    @Override
    public RsaPrivateKey newRsaKey() {
        throw new UnsupportedOperationException();
    }
}
