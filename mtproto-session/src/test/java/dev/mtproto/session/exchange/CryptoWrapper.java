package dev.mtproto.session.exchange;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;

/** A provider that passes everything on; tests override what they watch or change. */
class CryptoWrapper implements Crypto {

    private final Crypto inner = TestServer.CRYPTO;

    @Override
    public CryptoInfo info() {
        return inner.info();
    }

    @Override
    public AesIge newAesIge() {
        return inner.newAesIge();
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        return inner.newAesCtr(key, iv);
    }

    @Override
    public AesGcm newAesGcm() {
        return inner.newAesGcm();
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        return inner.pbkdf2(passphrase, salt, iterations);
    }

    @Override
    public Digest newSha1() {
        return inner.newSha1();
    }

    @Override
    public Digest newSha256() {
        return inner.newSha256();
    }

    @Override
    public RandomSource random() {
        return inner.random();
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return inner.modPow(base, exponent, modulus);
    }

    @Override
    public boolean isProbablePrime(BigInteger n) {
        return inner.isProbablePrime(n);
    }

    @Override
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        return inner.rsaPublic(key, block);
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        return inner.rsaPrivate(key, block);
    }

    @Override
    public RsaPrivateKey newRsaKey() {
        return inner.newRsaKey();
    }
}
