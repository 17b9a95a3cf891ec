package dev.mtproto.testkit;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;

/** What a builder was told. */
record DataCenterSettings(
        InetSocketAddress address,
        int dc,
        boolean test,
        Crypto crypto,
        RsaPrivateKey rsaKey,
        InstantSource clock,
        DataCenterLimits limits,
        boolean obsoletePadding,
        List<ProxySecret> secrets,
        TlSchema schema,
        List<RpcHandler> handlers,
        EventSink events) {}
