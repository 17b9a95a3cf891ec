package dev.mtproto.client;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.engine.EngineLimits;
import dev.mtproto.session.engine.EngineTimings;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.session.message.PaddingPolicy;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a builder was told. */
record ClientSettings(
        List<InetSocketAddress> addresses,
        int dc,
        ServerKeys keys,
        Crypto crypto,
        List<Transport> transports,
        Duration stagger,
        TlSchema schema,
        PaddingPolicy padding,
        InstantSource clock,
        Observers observers,
        UpdateListener updates,
        Executor executor,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration exchangeTimeout,
        Duration callTimeout,
        Duration firstRetry,
        Duration longestRetry,
        EngineTimings timings,
        EngineLimits limits,
        Optional<KeyTimings> forwardSecrecy,
        Optional<KeyKeeper> keeper) {

    /** Tells whether the clock is another than the system's. */
    boolean isOwnClock() {
        return !clock.equals(InstantSource.system());
    }
}
