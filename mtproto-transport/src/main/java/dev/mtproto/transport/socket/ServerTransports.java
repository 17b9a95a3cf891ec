package dev.mtproto.transport.socket;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.faketls.FakeTlsAcceptor;
import dev.mtproto.transport.faketls.HelloMemory;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a server takes, for all its connections: every framing as it is and under obfuscation, WebSocket, HTTP, and with a
 * secret MTProxy in all its forms. Safe for use by several threads.
 */
public final class ServerTransports {

    private final Crypto crypto;
    private final ObfuscationAcceptor obfuscation;
    private final FakeTlsAcceptor fakeTls;
    private final Duration timeout;
    private final int limit;

    /**
     * Sets a server up.
     *
     * @param secrets what clients of an MTProxy server may hold: each key plain, as dd, or as ee with any domain
     * @param dcs which data centres clients of an MTProxy server may name
     * @param crypto what does the cryptography
     * @param clock the time, against which fake TLS hellos are held
     * @param timeout the longest time to the beginning of the first packet
     * @param limit the longest packet that is received, in bytes
     */
    public ServerTransports(
            List<ProxySecret> secrets,
            IntPredicate dcs,
            Crypto crypto,
            InstantSource clock,
            Duration timeout,
            int limit) {
        List<ProxySecret> plain =
                secrets.stream().map(secret -> ProxySecret.plain(secret.key())).toList();
        this.crypto = crypto;
        this.obfuscation = new ObfuscationAcceptor(plain, true, dcs, crypto);
        this.fakeTls = new FakeTlsAcceptor(
                plain, FakeTlsAcceptor.DEFAULT_WINDOW, new HelloMemory(), crypto, crypto.random(), clock);
        this.timeout = timeout;
        this.limit = limit;
    }

    Crypto crypto() {
        return crypto;
    }

    ObfuscationAcceptor obfuscation() {
        return obfuscation;
    }

    FakeTlsAcceptor fakeTls() {
        return fakeTls;
    }

    Duration timeout() {
        return timeout;
    }

    int limit() {
        return limit;
    }
}
