package dev.mtproto.rules;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A provider that notes which operations are asked of it, and passes them on. */
final class RecordingCrypto implements Crypto {

    final Set<CryptoOperation> operations = new ConcurrentSkipListSet<>();

    private final Crypto inner;

    RecordingCrypto(Crypto inner) {
        this.inner = inner;
    }

    @Override
    public CryptoInfo info() {
        return inner.info();
    }

    @Override
    public AesIge newAesIge() {
        AesIge ige = inner.newAesIge();
        return new AesIge() {
            @Override
            public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                operations.add(CryptoOperation.AES_ENCRYPTION);
                ige.encrypt(key, iv, data, offset, length);
            }

            @Override
            public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                operations.add(CryptoOperation.AES_DECRYPTION);
                ige.decrypt(key, iv, data, offset, length);
            }
        };
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        operations.add(CryptoOperation.AES_CTR);
        return inner.newAesCtr(key, iv);
    }

    @Override
    public AesGcm newAesGcm() {
        operations.add(CryptoOperation.AES_GCM);
        return inner.newAesGcm();
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        operations.add(CryptoOperation.PBKDF2);
        return inner.pbkdf2(passphrase, salt, iterations);
    }

    @Override
    public Digest newSha1() {
        operations.add(CryptoOperation.SHA1);
        return inner.newSha1();
    }

    @Override
    public Digest newSha256() {
        operations.add(CryptoOperation.SHA256);
        return inner.newSha256();
    }

    @Override
    public RandomSource random() {
        RandomSource random = inner.random();
        return (target, offset, length) -> {
            operations.add(CryptoOperation.RANDOM);
            random.nextBytes(target, offset, length);
        };
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        operations.add(CryptoOperation.DIFFIE_HELLMAN);
        return inner.modPow(base, exponent, modulus);
    }

    @Override
    public boolean isProbablePrime(BigInteger n) {
        operations.add(CryptoOperation.PRIMALITY);
        return inner.isProbablePrime(n);
    }

    @Override
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        operations.add(CryptoOperation.RSA_PUBLIC);
        return inner.rsaPublic(key, block);
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        operations.add(CryptoOperation.RSA_PRIVATE);
        return inner.rsaPrivate(key, block);
    }

    @Override
    public RsaPrivateKey newRsaKey() {
        operations.add(CryptoOperation.RSA_KEY_GENERATION);
        return inner.newRsaKey();
    }
}
