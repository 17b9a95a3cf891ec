package dev.mtproto.testkit.server;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What a builder was told. */
public record Settings(
        InetSocketAddress address,
        int dc,
        boolean test,
        Crypto crypto,
        RsaPrivateKey rsaKey,
        InstantSource clock,
        DataCenterLimits limits,
        Duration saltPeriod,
        boolean obsoletePadding,
        List<ProxySecret> secrets,
        TlSchema schema,
        List<RpcHandler> handlers,
        EventSink events) {}
