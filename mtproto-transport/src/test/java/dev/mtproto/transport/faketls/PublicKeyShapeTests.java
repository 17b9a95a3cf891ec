package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.test.SeededRandom;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import org.junit.jupiter.api.Test;

class PublicKeyShapeTests {

    @Test
    void drawnKeysAreOnTheCurve() {
        SeededRandom random = new SeededRandom(6);
        for (int i = 0; i < 30; i++) {
            byte[] key = PublicKeyShape.draw(random);
            assertEquals(32, key.length);
            byte[] big = new byte[32];
            for (int j = 0; j < 32; j++) {
                big[j] = key[31 - j];
            }
            BigInteger x = new BigInteger(1, big);
            assertTrue(x.compareTo(PublicKeyShape.P) < 0 && PublicKeyShape.isOnCurve(x));
        }
    }

    /** The test of the shape agrees with real keys, and tells them from arbitrary numbers. */
    @Test
    void realKeysPassTheTestAndHalfOfAllNumbersDoNot() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
        for (int i = 0; i < 10; i++) {
            KeyPair pair = generator.generateKeyPair();
            assertTrue(PublicKeyShape.isOnCurve(((XECPublicKey) pair.getPublic()).getU()));
        }
        assertTrue(PublicKeyShape.isOnCurve(BigInteger.valueOf(9)));
        assertFalse(PublicKeyShape.isOnCurve(BigInteger.TWO));
    }
}
