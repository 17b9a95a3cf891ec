package dev.mtproto.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuthKeyTests {

    private static final AuthKeyId ID = new AuthKeyId(0x1122334455667788L);

    private final byte[] value = new byte[AuthKey.LENGTH];

    AuthKeyTests() {
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }
    }

    @Test
    void keepsItsOwnCopy() {
        AuthKey key = AuthKey.permanent(value, ID);
        byte[] expected = value.clone();
        Arrays.fill(value, (byte) 0);
        byte[] copy = new byte[AuthKey.LENGTH + 1];
        key.copyTo(copy, 1);
        assertArrayEquals(expected, Arrays.copyOfRange(copy, 1, copy.length));
    }

    @Test
    void givesNothingAwayOnceDestroyed() {
        AuthKey key = AuthKey.permanent(value, ID);
        key.destroy();
        assertTrue(key.isDestroyed());
        assertThrows(IllegalStateException.class, () -> key.copyTo(value, 0));
    }

    @Test
    void showsIdAndKindButNoByteOfTheValue() {
        assertEquals(
                "AuthKey[8877665544332211, permanent]",
                AuthKey.permanent(value, ID).toString());
        assertEquals(
                "AuthKey[8877665544332211, temporary, until 5]",
                AuthKey.temporary(value, ID, 5).toString());
    }

    @Test
    @Tag("H18")
    void refusesOtherLengthsAndTheIdOfPlaintext() {
        assertThrows(IllegalArgumentException.class, () -> AuthKey.permanent(new byte[255], ID));
        assertThrows(IllegalArgumentException.class, () -> AuthKey.permanent(value, new AuthKeyId(0)));
    }

    @Test
    void aTemporaryKeyHasAnEnd() {
        assertEquals(OptionalLong.of(7), AuthKey.temporary(value, ID, 7).expiresAt());
        assertEquals(OptionalLong.empty(), AuthKey.permanent(value, ID).expiresAt());
        assertThrows(IllegalArgumentException.class, () -> AuthKey.temporary(value, ID, 0));
    }
}
