package dev.mtproto.transport.mtproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyLinkTests {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tg://proxy?server=proxy.example&port=443&secret=dd" + KEY,
                "tg:proxy?server=proxy.example&port=443&secret=dd" + KEY,
                "https://t.me/proxy?server=proxy.example&port=443&secret=dd" + KEY,
                "http://t.me/proxy?secret=dd" + KEY + "&port=443&server=proxy.example&more=1#end",
                "HTTPS://T.ME/proxy?server=proxy%2Eexample&port=443&secret=dd" + KEY,
                " https://telegram.me/proxy?server=proxy.example&port=443&secret=3QEjRWeJq83vASNFZ4mrze8%3D "
            })
    void everyFormIsRead(String link) {
        assertTrue(ProxyLink.isLink(link));
        ProxyLink expected = new ProxyLink("proxy.example", 443, ProxySecret.parse("dd" + KEY));
        assertEquals(expected, ProxyLink.parse(link));
    }

    @Test
    void aPlusOfBase64StandsForItself() {
        ProxySecret secret = ProxySecret.plain(new byte[] {-5, -17, -66, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        String text = "++++AAECAwQFBgcICQoLDA==";
        assertEquals(
                secret,
                ProxyLink.parse("tg://proxy?server=a&port=1&secret=" + text).secret());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://t.me/other?server=a&port=1&secret=0123456789abcdef0123456789abcdef | begins with",
                "tg://proxy?port=1&secret=0123456789abcdef0123456789abcdef | no server",
                "tg://proxy?server=a&secret=0123456789abcdef0123456789abcdef | no port",
                "tg://proxy?server=a&port=1 | no secret",
                "tg://proxy?server=a&port=0&secret=0123456789abcdef0123456789abcdef | 1 to 65535",
                "tg://proxy?server=a&port=65536&secret=0123456789abcdef0123456789abcdef | 1 to 65535",
                "tg://proxy?server=a&port=-1&secret=0123456789abcdef0123456789abcdef | no number",
                "tg://proxy?server=%4&port=1&secret=0123456789abcdef0123456789abcdef | percent",
                "tg://proxy?server=a&port=1&secret=0123456789abcdef | at least 16 bytes"
            })
    void anErrorSaysWhatIsWrong(String link, String expected) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ProxyLink.parse(link));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertFalse(e.getMessage().contains("0123456789"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "192.0.2.1", "2001:db8::1", "b\u00fccher.example"})
    void linksAreReadAsTheyAreWritten(String server) {
        ProxyLink link = new ProxyLink(server, 8443, ProxySecret.parse(KEY).fakeTls("a.example"));
        assertEquals(link, ProxyLink.parse(link.toUri()));
        assertEquals(link, ProxyLink.parse(link.toWebUri()));
    }

    @Property(tries = 500)
    void anyTextIsALinkOrRefused(@ForAll @StringLength(max = 60) String text) {
        try {
            ProxyLink link = ProxyLink.parse("tg://proxy?server=a&port=1&secret=" + KEY + text);
            assertEquals(1, link.port());
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("prox") || e.getMessage().contains("port"), e.getMessage());
        }
    }
}
