package dev.mtproto.testkit.conformance;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.MessageCipher;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.util.Arrays;

/** A provider's services, one of which is broken. */
record FaultyCrypto(Crypto inner, Fault fault) implements Crypto {

    /** What is broken. */
    enum Fault {
        IGE_ENCRYPTION("AES-256-IGE encryption"),
        IGE_DECRYPTION("AES-256-IGE decryption"),
        CTR("AES-256-CTR"),
        SHA1("SHA-1"),
        SHA256("SHA-256"),
        MOD_POW("modular exponentiation"),
        RSA_PUBLIC("RSA with a public key"),
        RSA_PRIVATE("RSA with a private key"),
        PRIMALITY("primality test"),
        RANDOM("random bytes"),
        PBKDF2("PBKDF2"),
        GCM_SEALING("AES-256-GCM sealing"),
        GCM_NONCE("AES-256-GCM sealing"),
        GCM_TAG("AES-256-GCM opening"),
        MESSAGES("message cipher");

        /** The name that the self tests give it. */
        final String primitive;

        Fault(String primitive) {
            this.primitive = primitive;
        }
    }

    private byte[] spoil(Fault which, byte[] result) {
        if (fault == which) {
            result[result.length - 1] ^= 1;
        }
        return result;
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
                ige.encrypt(key, iv, data, offset, length);
                spoil(Fault.IGE_ENCRYPTION, data);
            }

            @Override
            public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                ige.decrypt(key, iv, data, offset, length);
                spoil(Fault.IGE_DECRYPTION, data);
            }
        };
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        // starts one block late
        byte[] start = iv.clone();
        start[15] += (byte) (fault == Fault.CTR ? 1 : 0);
        return inner.newAesCtr(key, start);
    }

    @Override
    public AesGcm newAesGcm() {
        return new FaultyGcm(inner.newAesGcm(), fault);
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        return spoil(Fault.PBKDF2, inner.pbkdf2(passphrase, salt, iterations));
    }

    @Override
    public Digest newSha1() {
        return fault == Fault.SHA1 ? inner.newSha256() : inner.newSha1();
    }

    @Override
    public Digest newSha256() {
        return fault == Fault.SHA256 ? inner.newSha1() : inner.newSha256();
    }

    @Override
    public RandomSource random() {
        return fault == Fault.RANDOM
                ? (target, offset, length) -> Arrays.fill(target, offset, offset + length, (byte) 7)
                : inner.random();
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return spoil(Fault.MOD_POW, inner.modPow(base, exponent, modulus));
    }

    @Override
    public boolean isProbablePrime(BigInteger n) {
        return fault == Fault.PRIMALITY || inner.isProbablePrime(n);
    }

    @Override
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        return spoil(Fault.RSA_PUBLIC, inner.rsaPublic(key, block));
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        return spoil(Fault.RSA_PRIVATE, inner.rsaPrivate(key, block));
    }

    @Override
    public RsaPrivateKey newRsaKey() {
        return inner.newRsaKey();
    }

    @Override
    public MessageCipher newMessageCipher(AuthKey key, Role role) {
        return inner.newMessageCipher(key, fault == Fault.MESSAGES ? role.peer() : role);
    }
}
