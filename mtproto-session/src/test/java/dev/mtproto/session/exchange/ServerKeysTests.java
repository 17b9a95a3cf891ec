package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.test.Fields;
import dev.mtproto.test.Vectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerKeysTests {

    private static List<String> fingerprints(ServerKeys keys) {
        return keys.keys().stream()
                .map(key -> ServerKeys.fingerprint(key, TestServer.CRYPTO).toString())
                .toList();
    }

    @Test
    void holdTelegramsPublishedKeys() {
        assertEquals(List.of("85fd64de851d9dd0", "03268d20df9858b2"), fingerprints(ServerKeys.telegram()));
    }

    @Test
    void areReadFromPemInBothForms() {
        Fields rsa = Vectors.object("e2e").object("rsa");
        String expected = rsa.text("fingerprint");
        assertEquals(List.of(expected), fingerprints(ServerKeys.ofPem(rsa.text("public_pem_pkcs1"))));
        assertEquals(List.of(expected), fingerprints(ServerKeys.ofPem(rsa.text("public_pem_spki"))));
        assertEquals(rsa.decimal("fingerprint_signed"), ClientUnderTest.fingerprint());
    }

    @Test
    void areAddedToOthersOnce() {
        ServerKeys all = ServerKeys.telegram().and(TestServer.PUBLIC).and(TestServer.PUBLIC);
        assertEquals(3, all.keys().size());
    }

    @Test
    void areNotReadFromOtherText() {
        assertThrows(IllegalArgumentException.class, () -> ServerKeys.ofPem("no key"));
    }
}
