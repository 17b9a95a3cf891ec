package dev.mtproto.crypto;

import java.math.BigInteger;
import java.util.HexFormat;

/** The DER structures of RSA keys: PKCS#1, SubjectPublicKeyInfo, PKCS#8. */
final class RsaDer {

    // the AlgorithmIdentifier of rsaEncryption: SEQUENCE { OID 1.2.840.113549.1.1.1, NULL }
    private static final byte[] RSA_ENCRYPTION = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final String OTHER_ALGORITHM = "it is not a key for plain RSA";

    private RsaDer() {}

    static RsaPublicKey readPublic(byte[] der) {
        return publicKey(new DerReader(der));
    }

    static RsaPublicKey readSubjectPublicKeyInfo(byte[] der) {
        DerReader outer = new DerReader(der);
        DerReader info = outer.sequence();
        outer.expectEnd();
        info.expect(RSA_ENCRYPTION, OTHER_ALGORITHM);
        RsaPublicKey key = publicKey(info.bitString());
        info.expectEnd();
        return key;
    }

    static RsaPrivateKey readPrivate(byte[] der) {
        return privateKey(new DerReader(der));
    }

    static RsaPrivateKey readPkcs8(byte[] der) {
        DerReader outer = new DerReader(der);
        DerReader info = outer.sequence();
        outer.expectEnd();
        version(info);
        info.expect(RSA_ENCRYPTION, OTHER_ALGORITHM);
        // attributes may follow, which say nothing about the key
        return privateKey(info.octetString());
    }

    private static RsaPublicKey publicKey(DerReader reader) {
        DerReader key = reader.sequence();
        reader.expectEnd();
        BigInteger modulus = key.integer();
        BigInteger exponent = key.integer();
        key.expectEnd();
        return new RsaPublicKey(modulus, exponent);
    }

    private static RsaPrivateKey privateKey(DerReader reader) {
        DerReader key = reader.sequence();
        reader.expectEnd();
        version(key);
        RsaPublicKey publicKey = new RsaPublicKey(key.integer(), key.integer());
        BigInteger d = key.integer();
        BigInteger p = key.integer();
        BigInteger q = key.integer();
        for (int derived = 0; derived < 3; derived++) {
            // d mod p - 1, d mod q - 1, 1/q mod p: computed anew when they are needed
            key.integer();
        }
        key.expectEnd();
        return new RsaPrivateKey(publicKey, d, p, q);
    }

    private static void version(DerReader reader) {
        BigInteger version = reader.integer();
        if (version.signum() != 0) {
            throw new IllegalArgumentException("its version is " + version + ", not 0");
        }
    }

    static byte[] write(RsaPublicKey key) {
        return DerWriter.sequence(DerWriter.integer(key.modulus()), DerWriter.integer(key.exponent()));
    }

    static byte[] writeSubjectPublicKeyInfo(RsaPublicKey key) {
        return DerWriter.sequence(RSA_ENCRYPTION, DerWriter.bitString(write(key)));
    }

    static byte[] write(RsaPrivateKey key) {
        BigInteger d = key.privateExponent();
        BigInteger p = key.primeP();
        BigInteger q = key.primeQ();
        return DerWriter.sequence(
                DerWriter.integer(BigInteger.ZERO),
                DerWriter.integer(key.publicKey().modulus()),
                DerWriter.integer(key.publicKey().exponent()),
                DerWriter.integer(d),
                DerWriter.integer(p),
                DerWriter.integer(q),
                DerWriter.integer(d.mod(p.subtract(BigInteger.ONE))),
                DerWriter.integer(d.mod(q.subtract(BigInteger.ONE))),
                DerWriter.integer(q.modInverse(p)));
    }

    static byte[] writePkcs8(RsaPrivateKey key) {
        return DerWriter.sequence(
                DerWriter.integer(BigInteger.ZERO), RSA_ENCRYPTION, DerWriter.octetString(write(key)));
    }
}
