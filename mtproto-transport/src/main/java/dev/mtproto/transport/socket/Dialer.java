package dev.mtproto.transport.socket;

import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.FramePadding;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.faketls.FakeTlsClient;
import dev.mtproto.transport.faketls.TlsRecords;
import dev.mtproto.transport.http.HttpClientCodec;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.websocket.WebSocketClient;
import dev.mtproto.transport.websocket.WebSocketMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Opens a client's connection: what is said before the first packet, then the layers of the stream. */
final class Dialer {

    private static final int TEST_DC = 10_000;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Transport transport;
    private final DialOptions options;
    private final InetSocketAddress target;
    private final TcpDialer tcp;

    Dialer(InetSocketAddress address, Transport transport, DialOptions options) {
        this.transport = transport;
        this.options = options;
        this.target = transport.server().orElse(address);
        this.tcp = new TcpDialer(transport, target, options.timeout());
    }

    FramedSocket connect() {
        if (transport.carrier().isHttp()) {
            HttpLink link = new HttpLink(
                    () -> tcp.dial(dialed -> dialed),
                    () -> new HttpClientCodec(host(), HttpClientCodec.PATH, options.limit()));
            return new FramedSocket(link, Optional.empty(), transport.carrier());
        }
        return tcp.dial(this::carry);
    }

    private FramedSocket carry(Dialed dialed) throws IOException {
        Crypto crypto = options.crypto();
        RandomSource random = crypto.random();
        return switch (transport.carrier()) {
            case OBFUSCATED -> framed(dialed, direct(), () -> false);
            case MTPROXY -> framed(dialed, throughProxy(), () -> false);
            case FAKE_TLS -> {
                dialed.talk().run(new FakeTlsClient(secret(), transport.hello(), crypto, random, options.clock()));
                yield framed(dialed, throughProxy().over(new TlsRecords(Role.CLIENT)), () -> false);
            }
            case WEBSOCKET, WEBSOCKET_TLS -> webSocket(dialed);
            default -> framed(dialed, null, () -> false);
        };
    }

    private FramedSocket webSocket(Dialed dialed) throws IOException {
        Crypto crypto = options.crypto();
        boolean test = Math.abs(options.dc()) > TEST_DC;
        String path = test ? WebSocketClient.TEST_PATH : WebSocketClient.PATH;
        dialed.talk().run(new WebSocketClient(host(), path, crypto, crypto.random()));
        WebSocketMessages messages = new WebSocketMessages(
                Role.CLIENT, crypto.random(), dialed.talk().output());
        return framed(dialed, direct().over(messages), messages::isClosed);
    }

    /** Returns the host as HTTP names it, with its port unless that is the usual one. */
    private String host() {
        String literal = target.getHostString();
        String host = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
        int usual = transport.carrier().isTls() ? HTTPS_PORT : HTTP_PORT;
        return target.getPort() == usual ? host : host + ":" + target.getPort();
    }

    private Obfuscation direct() {
        Crypto crypto = options.crypto();
        return Obfuscation.direct(framing(), OptionalInt.of(options.dc()), crypto, crypto.random());
    }

    private Obfuscation throughProxy() {
        Crypto crypto = options.crypto();
        return Obfuscation.throughProxy(framing(), options.dc(), secret(), crypto, crypto.random());
    }

    private ProxySecret secret() {
        return transport.secret().orElseThrow();
    }

    private Framing framing() {
        return transport.framing().orElseThrow();
    }

    private FramedSocket framed(Dialed dialed, @Nullable StreamLayer layer, BooleanSupplier ended) throws IOException {
        Framing framing = framing();
        FramePadding padding = FramePadding.of(Role.CLIENT, options.crypto().random());
        Wire wire = new FrameWire(
                layer == null ? framing.newEncoder(Role.CLIENT, padding) : framing.newEncoderWithoutTag(padding),
                framing.newDecoder(Role.CLIENT, options.limit()),
                layer,
                ended);
        byte[] ahead = decoded(layer, dialed.talk().takeRest());
        StreamLink link = new StreamLink(dialed.socket(), dialed.talk(), wire, ahead);
        return new FramedSocket(link, Optional.of(framing), transport.carrier());
    }

    /** Returns what a layer finds in bytes that came behind a handshake. */
    static byte[] decoded(@Nullable StreamLayer layer, byte[] rest) {
        if (layer == null || rest.length == 0) {
            return rest;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        layer.decode(rest, 0, rest.length, bytes::write);
        return bytes.toByteArray();
    }
}
