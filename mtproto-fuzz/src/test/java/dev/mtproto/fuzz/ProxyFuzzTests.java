package dev.mtproto.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.proxy.Credentials;
import dev.mtproto.transport.proxy.HttpConnect;
import dev.mtproto.transport.proxy.Socks5;
import java.util.Optional;
import java.util.function.Supplier;

/** What proxies answer. */
class ProxyFuzzTests {

    private static final Optional<Credentials> USER = Optional.of(new Credentials("user", "password"));

    @FuzzTest
    void socks5(byte[] input) {
        answers(() -> new Socks5("example.com", 443, Optional.empty()), input);
    }

    @FuzzTest
    void socks5WithUser(byte[] input) {
        answers(() -> new Socks5("::1", 443, USER), input);
    }

    @FuzzTest
    void httpConnect(byte[] input) {
        answers(() -> new HttpConnect("example.com", 443, USER), input);
    }

    private static void answers(Supplier<Handshake> handshake, byte[] input) {
        Fuzz.feed(
                () -> {
                    Handshake started = handshake.get();
                    started.start();
                    return Fuzz.handshake(started);
                },
                input,
                0);
    }
}
