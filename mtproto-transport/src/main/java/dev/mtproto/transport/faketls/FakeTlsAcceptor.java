package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What the servers of fake TLS share. Safe for use by several threads.
 *
 * @param secrets what clients may hold, of any kind: their keys count, domains do not
 * @param window how far the clock of a client may be off, either way
 * @param memory the hellos taken so far
 * @param crypto the provider
 * @param random where answers are drawn from
 * @param clock the time
 */
public record FakeTlsAcceptor(
        List<ProxySecret> secrets,
        Duration window,
        HelloMemory memory,
        Crypto crypto,
        RandomSource random,
        InstantSource clock) {

    /** How far the clock of a client may be off unless set otherwise: ten minutes. */
    public static final Duration DEFAULT_WINDOW = Duration.ofMinutes(10);

    /** Copies the list. */
    public FakeTlsAcceptor {
        secrets = List.copyOf(secrets);
    }

    /**
     * Makes an acceptor with the default window and an empty memory.
     *
     * @param secrets what clients may hold
     * @param crypto the provider; answers are drawn from its random source
     */
    public static FakeTlsAcceptor of(List<ProxySecret> secrets, Crypto crypto) {
        return new FakeTlsAcceptor(
                secrets, DEFAULT_WINDOW, new HelloMemory(), crypto, crypto.random(), InstantSource.system());
    }

    /** Makes the handshake of one connection. */
    public FakeTlsServer newHandshake() {
        return new FakeTlsServer(this);
    }
}
