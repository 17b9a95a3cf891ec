package dev.mtproto.transport.mtproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every entry of {@code mtproxy_secret.json}, in each of its text forms, and the secrets of {@code e2e.json}. */
class SecretVectorTests {

    static Stream<VectorEntry> entries() {
        return Vectors.file("mtproxy_secret").stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entryHolds(VectorEntry entry) {
        String hex = entry.inputs().text("secret_hex");
        String[] expected = entry.outputs().text("expected").split(" ", 2);
        if (expected[0].equals("reject")) {
            assertThrows(IllegalArgumentException.class, () -> ProxySecret.parse(hex));
            return;
        }
        ProxySecret secret = ProxySecret.parse(hex);
        ProxySecret.Kind kind =
                switch (expected[0]) {
                    case "simple" -> ProxySecret.Kind.PLAIN;
                    case "secured(dd)" -> ProxySecret.Kind.PADDED;
                    case "tls" -> ProxySecret.Kind.FAKE_TLS;
                    default -> fail("another verdict: " + expected[0]);
                };
        assertEquals(kind, secret.kind());
        assertEquals(expected.length > 1 ? expected[1] : "", secret.domain().orElse(""));
        int start = kind == ProxySecret.Kind.PLAIN ? 0 : 2;
        assertEquals(hex.substring(start, start + 32), Hex.of(secret.key()));
        assertEquals(hex, secret.toHex());
        byte[] bytes = Hex.bytes(hex);
        assertEquals(
                secret,
                ProxySecret.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        assertEquals(secret, ProxySecret.parse(Base64.getUrlEncoder().encodeToString(bytes)));
        assertEquals(secret, ProxySecret.parse(Base64.getEncoder().encodeToString(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake_tls", "fake_tls_517"})
    void theTextFormsAreOneSecret(String name) {
        Fields fields = Vectors.object("e2e").object(name);
        ProxySecret secret = ProxySecret.parse(fields.text("secret"));
        assertEquals(secret, ProxySecret.parse(fields.text("secret_base64url")));
        assertEquals(fields.text("key"), Hex.of(secret.key()));
        assertEquals(fields.text("domain"), secret.domain().orElseThrow());
        assertTrue(secret.toString().contains(fields.text("domain")));
    }
}
