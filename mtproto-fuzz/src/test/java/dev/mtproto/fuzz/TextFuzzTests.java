package dev.mtproto.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.transport.mtproxy.ProxyLink;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.proxy.ProxyServer;
import dev.mtproto.transport.socket.Transport;
import java.nio.charset.StandardCharsets;

/** What users paste: secrets, links, proxies and names of transports. What is taken can be written and read again. */
class TextFuzzTests {

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    @FuzzTest
    void secret(byte[] input) {
        ProxySecret secret;
        try {
            secret = ProxySecret.parse(text(input));
        } catch (IllegalArgumentException e) {
            return;
        }
        assertEquals(secret, ProxySecret.parse(secret.toHex()));
        assertFalse(secret.toString().contains(secret.toHex()));
    }

    @FuzzTest
    void secretOfBytes(byte[] input) {
        try {
            ProxySecret secret = ProxySecret.of(input);
            assertEquals(secret, ProxySecret.parse(secret.toHex()));
        } catch (IllegalArgumentException e) {
            assertFalse(input.length == ProxySecret.KEY_LENGTH, "16 bytes are a secret");
        }
    }

    @FuzzTest
    void link(byte[] input) {
        ProxyLink link;
        try {
            link = ProxyLink.parse(text(input));
        } catch (IllegalArgumentException e) {
            return;
        }
        assertEquals(link, ProxyLink.parse(link.toUri()));
        assertEquals(link, ProxyLink.parse(link.toWebUri()));
    }

    @FuzzTest
    void proxy(byte[] input) {
        ProxyServer proxy;
        try {
            proxy = ProxyServer.parse(text(input));
        } catch (IllegalArgumentException e) {
            return;
        }
        assertFalse(proxy.address().getHostString().isEmpty());
    }

    @FuzzTest
    void transport(byte[] input) {
        Transport transport;
        try {
            transport = Transport.parse(text(input));
        } catch (IllegalArgumentException e) {
            return;
        }
        assertEquals(transport, Transport.parse(transport.id()));
    }
}
