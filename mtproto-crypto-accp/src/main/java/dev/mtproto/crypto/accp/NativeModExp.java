package dev.mtproto.crypto.accp;

import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.spi.ModPowNumbers;
import dev.mtproto.crypto.spi.Numbers;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Exponentiation by ACCP's raw RSA: with a private key made of a modulus and an exponent alone, AWS-LC raises to that power
 * in constant time, whatever the modulus. That is all that Diffie-Hellman asks for, which ACCP does not offer by that name.
 */
final class NativeModExp {

    private final Provider accp;

    NativeModExp(Provider accp) {
        this.accp = accp;
    }

    byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        ModPowNumbers numbers = ModPowNumbers.of(base, exponent, modulus);
        return run(new RSAPrivateKeySpec(numbers.modulus(), numbers.exponent()), Numbers.toBytes(numbers.base()));
    }

    byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        BigInteger n = key.publicKey().modulus();
        BigInteger d = key.privateExponent();
        BigInteger p = key.primeP();
        BigInteger q = key.primeQ();
        byte[] number = Numbers.toBytes(Numbers.block(block, n));
        if (key.publicKey().exponent().bitLength() > 32) {
            // AWS-LC takes no larger public exponent; without one it is the plain power
            return run(new RSAPrivateKeySpec(n, d), number);
        }
        return run(
                new RSAPrivateCrtKeySpec(
                        n,
                        key.publicKey().exponent(),
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p)),
                number);
    }

    private byte[] run(KeySpec key, byte[] number) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding", accp);
            rsa.init(Cipher.DECRYPT_MODE, KeyFactory.getInstance("RSA", accp).generatePrivate(key));
            return rsa.doFinal(number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ACCP refused an exponentiation", e);
        } finally {
            Arrays.fill(number, (byte) 0);
        }
    }
}
