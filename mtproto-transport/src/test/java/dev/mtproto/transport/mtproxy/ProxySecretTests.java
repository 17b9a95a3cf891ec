package dev.mtproto.transport.mtproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.test.Hex;
import dev.mtproto.transport.Framing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySecretTests {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "0123456789 | at least 16 bytes, not 5",
                "aa0123456789abcdef0123456789abcdef | begin with aa",
                "ee0123456789abcdef0123456789abcdef | 17 bytes that begin with ee",
                "dd0123456789abcdef0123456789abcdef00 | 18 bytes that begin with dd",
                "ee0123456789abcdef0123456789abcdef20 | visible ASCII",
                "not a secret! | neither hexadecimal nor base64"
            })
    void anErrorSaysWhatIsWrong(String text, String expected) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ProxySecret.parse(text));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    @Test
    void aDomainHasAtMost182Bytes() {
        assertEquals(
                "a".repeat(182),
                ProxySecret.parse("ee" + KEY + "61".repeat(182)).domain().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> ProxySecret.parse("ee" + KEY + "61".repeat(183)));
    }

    @Test
    void theKeyIsNotShown() {
        ProxySecret secret = ProxySecret.parse("ee" + KEY + Hex.of("a.example".getBytes()));
        assertEquals("ProxySecret[FAKE_TLS a.example]", secret.toString());
        assertFalse(new ProxyLink("host", 443, secret).toString().contains(KEY.substring(0, 8)));
    }

    @Test
    void theFormsShareTheirKey() {
        ProxySecret plain = ProxySecret.parse(KEY.toUpperCase(java.util.Locale.ROOT));
        assertEquals("dd" + KEY, plain.padded().toHex());
        assertEquals("ee" + KEY + "612e62", plain.fakeTls("a.b").toHex());
        assertNotEquals(plain, plain.padded());
        assertTrue(plain.allows(Framing.ABRIDGED));
        assertFalse(plain.allows(Framing.FULL));
        assertFalse(plain.padded().allows(Framing.INTERMEDIATE));
        assertTrue(plain.padded().allows(Framing.PADDED_INTERMEDIATE));
    }

    @Test
    void aKeyHasSixteenBytes() {
        assertThrows(IllegalArgumentException.class, () -> ProxySecret.plain(new byte[15]));
    }

    @Property(tries = 500)
    void anyTextIsASecretOrRefused(@ForAll @StringLength(max = 80) String text) {
        try {
            assertEquals(16, ProxySecret.parse(text).key().length);
        } catch (IllegalArgumentException e) {
            assertFalse(text.strip().length() > 8 && e.getMessage().contains(text.strip()), e.getMessage());
        }
    }
}
