package dev.mtproto.transport.socket;

import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.FramePadding;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.faketls.BrowserHello;
import dev.mtproto.transport.faketls.FakeTlsClient;
import dev.mtproto.transport.faketls.TlsRecords;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.websocket.WebSocketClient;
import dev.mtproto.transport.websocket.WebSocketMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens a client's connection: proxy, TLS, upgrade or hello one after another, then the layers of the stream. */
final class Dialer {

    private static final int TEST_DC = 10_000;

    private final Transport transport;
    private final DialOptions options;
    private final InetSocketAddress target;
    private final long deadline;

    Dialer(InetSocketAddress address, Transport transport, DialOptions options) {
        this.transport = transport;
        this.options = options;
        this.target = transport.server().orElse(address);
        this.deadline = System.nanoTime() + options.timeout().toNanos();
    }

    FramedSocket connect() {
        InetSocketAddress first =
                transport.proxy().map(proxy -> proxy.address()).orElse(target);
        String name = first.getHostString() + ":" + first.getPort();
        InetSocketAddress resolved =
                first.isUnresolved() ? new InetSocketAddress(first.getHostString(), first.getPort()) : first;
        if (resolved.isUnresolved()) {
            throw new TransportException("cannot connect to " + name + ": the host is not known", null);
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(resolved, FramedSocket.millis(options.timeout()));
            return carry(socket);
        } catch (TransportException e) {
            FramedSocket.closeQuietly(socket);
            throw e;
        } catch (IOException | RuntimeException e) {
            FramedSocket.closeQuietly(socket);
            throw new TransportException("cannot connect to " + name + ": " + Conversation.reason(e), e);
        }
    }

    private FramedSocket carry(Socket tcp) throws IOException {
        Conversation talk = new Conversation(tcp, deadline);
        if (transport.proxy().isPresent()) {
            talk.run(transport.proxy().get().newHandshake(target.getHostString(), target.getPort()));
        }
        Crypto crypto = options.crypto();
        RandomSource random = crypto.random();
        return switch (transport.carrier()) {
            case PLAIN -> framed(tcp, talk, null, () -> false);
            case OBFUSCATED ->
                framed(
                        tcp,
                        talk,
                        Obfuscation.direct(transport.framing(), OptionalInt.of(options.dc()), crypto, random),
                        () -> false);
            case MTPROXY -> framed(tcp, talk, throughProxy(), () -> false);
            case FAKE_TLS -> {
                talk.run(new FakeTlsClient(secret(), BrowserHello.COMPACT, crypto, random, options.clock()));
                yield framed(tcp, talk, throughProxy().over(new TlsRecords(Role.CLIENT)), () -> false);
            }
            case WEBSOCKET -> webSocket(tcp, talk);
            case WEBSOCKET_TLS -> {
                Socket secured = secured(tcp, talk.millisLeft());
                yield webSocket(secured, new Conversation(secured, deadline));
            }
        };
    }

    private FramedSocket webSocket(Socket socket, Conversation talk) throws IOException {
        Crypto crypto = options.crypto();
        int usual = transport.carrier() == Carrier.WEBSOCKET ? 80 : 443;
        String literal = target.getHostString();
        String host = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
        talk.run(new WebSocketClient(
                target.getPort() == usual ? host : host + ":" + target.getPort(),
                Math.abs(options.dc()) > TEST_DC ? WebSocketClient.TEST_PATH : WebSocketClient.PATH,
                crypto,
                crypto.random()));
        WebSocketMessages messages = new WebSocketMessages(Role.CLIENT, crypto.random(), talk.output());
        StreamLayer layer = Obfuscation.direct(
                        transport.framing(), OptionalInt.of(options.dc()), crypto, crypto.random())
                .over(messages);
        return framed(socket, talk, layer, messages::isClosed);
    }

    private Obfuscation throughProxy() {
        Crypto crypto = options.crypto();
        return Obfuscation.throughProxy(transport.framing(), options.dc(), secret(), crypto, crypto.random());
    }

    private ProxySecret secret() {
        return transport.secret().orElseThrow();
    }

    private FramedSocket framed(Socket socket, Conversation talk, @Nullable StreamLayer layer, BooleanSupplier ended)
            throws IOException {
        Framing framing = transport.framing();
        FramePadding padding = FramePadding.of(Role.CLIENT, options.crypto().random());
        Wire wire = new Wire(
                layer == null ? framing.newEncoder(Role.CLIENT, padding) : framing.newEncoderWithoutTag(padding),
                framing.newDecoder(Role.CLIENT, options.limit()),
                layer,
                ended);
        return new FramedSocket(socket, talk, wire, framing, transport.carrier(), decoded(layer, talk.takeRest()));
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

    private Socket secured(Socket tcp, int timeout) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(tcp, target.getHostString(), target.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(timeout);
        secured.startHandshake();
        return secured;
    }
}
