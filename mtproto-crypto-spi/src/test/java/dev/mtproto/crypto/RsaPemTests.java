package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.spi.RsaKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RsaPemTests {

    private final RsaPrivateKey key = draw();

    private static RsaPrivateKey draw() {
        try {
            return RsaKeys.generate(KeyPairGenerator.getInstance("RSA"), new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] content(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
    }

    private static String problem(String pem) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> RsaPem.readPublic(pem))
                .getMessage());
    }

    private void assertSame(RsaPrivateKey read) {
        assertEquals(key.publicKey(), read.publicKey());
        assertEquals(key.privateExponent(), read.privateExponent());
        assertEquals(key.primeP(), read.primeP());
        assertEquals(key.primeQ(), read.primeQ());
    }

    @Test
    void writesWhatThePlatformWrites() throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPublicKey theirs = (RSAPublicKey) factory.generatePublic(
                new RSAPublicKeySpec(key.publicKey().modulus(), key.publicKey().exponent()));
        assertArrayEquals(theirs.getEncoded(), content(RsaPem.writeSubjectPublicKeyInfo(key.publicKey())));
        var theirPrivate = factory.generatePrivate(new PKCS8EncodedKeySpec(content(RsaPem.writePkcs8(key))));
        assertEquals(
                key.primeQ(),
                factory.getKeySpec(theirPrivate, RSAPrivateCrtKeySpec.class).getPrimeQ());
        assertArrayEquals(theirPrivate.getEncoded(), content(RsaPem.writePkcs8(key)));
    }

    @Test
    void readsWhatItWrote() {
        assertSame(RsaPem.readPrivate(RsaPem.write(key)).get(0));
        assertSame(RsaPem.readPrivate(RsaPem.writePkcs8(key)).get(0));
        String both = "# two forms\r\n" + RsaPem.write(key.publicKey()).replace("\n", "\r\n") + "\n between \n"
                + RsaPem.writeSubjectPublicKeyInfo(key.publicKey());
        assertEquals(List.of(key.publicKey(), key.publicKey()), RsaPem.readPublic(both));
    }

    @Test
    void saysWhatIsWrong() {
        String pem = RsaPem.write(key.publicKey());
        assertTrue(
                problem("nothing").startsWith("the text holds no PEM block; a public RSA key is \"RSA PUBLIC KEY\""));
        assertEquals(
                "PEM block 2: it is a \"CERTIFICATE\"; a public RSA key is \"RSA PUBLIC KEY\" or \"PUBLIC KEY\"",
                problem(pem + pem.replace("RSA PUBLIC KEY", "CERTIFICATE")));
        assertTrue(problem(RsaPem.write(key)).startsWith("PEM block 1: it is a \"RSA PRIVATE KEY\""));
        assertEquals("PEM block 1: it has no END line", problem(pem.replace("-----END", "END")));
        assertEquals(
                "PEM block 1: it begins as \"RSA PUBLIC KEY\" and does not end so",
                problem(pem.replace("END RSA", "END DSA")));
        assertEquals("PEM block 1: its content is not base64", problem(pem.replace("MII", "M*I")));
        assertEquals(
                "PEM block 1: it has headers, so it is encrypted or not a key; decrypt it first",
                problem(pem.replace("\nMII", "\nProc-Type: 4,ENCRYPTED\n\nMII")));
        assertEquals(
                "PEM block 1: it is not a key for plain RSA",
                problem(RsaPem.writeSubjectPublicKeyInfo(key.publicKey()).replace("9w0BAQEF", "9w0BAQoF")));
    }

    @Test
    void refusesEveryCutAndEverySwappedByteWithItsOwnErrorAlone() {
        byte[] der = RsaDer.write(key.publicKey());
        for (int length = 0; length < der.length; length++) {
            byte[] cut = Arrays.copyOf(der, length);
            assertThrows(IllegalArgumentException.class, () -> RsaDer.readPublic(cut));
        }
        for (int at = 0; at < 12; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = der.clone();
                changed[at] = (byte) value;
                try {
                    assertEquals(
                            RsaPublicKey.BITS,
                            RsaDer.readPublic(changed).modulus().bitLength());
                } catch (IllegalArgumentException e) {
                    assertFalse(String.valueOf(e.getMessage()).isEmpty());
                }
            }
        }
    }

    @Test
    void refusesKeysOfOtherSizesAndNumbersThatDoNotBelongTogether() {
        byte[] small = DerWriter.sequence(
                DerWriter.integer(BigInteger.ONE.shiftLeft(1023).setBit(0)), DerWriter.integer(BigInteger.valueOf(3)));
        String pem = "-----BEGIN RSA PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(small)
                + "\n-----END RSA PUBLIC KEY-----";
        assertEquals("PEM block 1: an RSA key has 2048 bits, not 1024", problem(pem));
        byte[] other = RsaDer.write(key);
        other[other.length / 2] ^= 1;
        assertThrows(IllegalArgumentException.class, () -> RsaDer.readPrivate(other));
    }
}
