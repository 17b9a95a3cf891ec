package dev.mtproto.crypto.bc;

import dev.mtproto.crypto.spi.ModPowNumbers;
import dev.mtproto.crypto.spi.Numbers;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.DHPrivateKeySpec;
import javax.crypto.spec.DHPublicKeySpec;

/**
 * Exponentiation as the module's key agreement: the exponent is our private key, the base is the other side's public key.
 * For the first step of Diffie-Hellman the generator takes the place of that key.
 *
 * <p>The module takes every base from 2 to p - 2, a non-residue too, and any modulus. It refuses an exponent whose power is
 * 1, as a key agreement would; there is no way around the module for it.
 */
final class FipsDiffieHellman {

    private static final BigInteger GENERATOR = BigInteger.TWO;

    private final Provider module;

    FipsDiffieHellman(Provider module) {
        this.module = module;
    }

    byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        ModPowNumbers numbers = ModPowNumbers.of(base, exponent, modulus);
        BigInteger p = numbers.modulus();
        try {
            KeyFactory keys = KeyFactory.getInstance("DH", module);
            KeyAgreement agreement = KeyAgreement.getInstance("DH", module);
            agreement.init(keys.generatePrivate(new DHPrivateKeySpec(numbers.exponent(), p, GENERATOR)));
            agreement.doPhase(keys.generatePublic(new DHPublicKeySpec(numbers.base(), p, GENERATOR)), true);
            return Numbers.toBytes(new BigInteger(1, agreement.generateSecret()));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("the module refuses these numbers for a key agreement", e);
        }
    }
}
