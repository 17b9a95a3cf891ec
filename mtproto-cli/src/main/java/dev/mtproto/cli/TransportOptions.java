package dev.mtproto.cli;

import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxyLink;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.proxy.ProxyServer;
import dev.mtproto.transport.socket.Carrier;
import dev.mtproto.transport.socket.Transport;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The choice of a transport, for every command that connects. */
final class TransportOptions {

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            converter = Named.class,
            description = {
                "How the server is reached: abridged (the default), intermediate, padded_intermediate or full; the first three "
                        + "also with obfuscated_, websocket_ or wss_ in front; http or https.",
                "With --secret: the framing alone."
            })
    private @Nullable Transport named;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            converter = Through.class,
            description =
                    "Goes through a proxy: socks5://[user:password@]host:port, or http:// for the method CONNECT.")
    private @Nullable ProxyServer proxy;

    @Option(
            names = "--secret",
            paramLabel = "SECRET|LINK",
            converter = Secret.class,
            description = "Speaks MTProxy with this secret (hexadecimal or base64; 16 bytes, dd..., ee...), "
                    + "or that of a link tg://proxy?... or https://t.me/proxy?...")
    private @Nullable Transport mtproxy;

    /** Returns the transport; that of an MTProxy link names its server. */
    Transport transport() {
        Transport transport = named == null ? Transport.DEFAULT : named;
        if (mtproxy != null) {
            transport = mtproxy;
            if (named != null) {
                transport = framed(mtproxy, named);
            }
        }
        return proxy == null ? transport : transport.via(proxy);
    }

    /** Says in words how packets go. */
    static String words(Optional<Framing> framing, Carrier carrier) {
        String framed = framing.map(named -> named.id() + " framing").orElse("");
        return framed + (framed.isEmpty() || carrier.words().isEmpty() ? "" : ", ") + carrier.words();
    }

    /** Says in words what is spoken. */
    static String words(Transport transport) {
        return words(transport.framing(), transport.carrier())
                + transport
                        .proxy()
                        .map(through -> ", through the proxy " + ServeCommand.text(through.address()))
                        .orElse("");
    }

    private static Transport framed(Transport mtproxy, Transport named) {
        if (named.carrier() != Carrier.PLAIN) {
            throw new Failure("--secret is for MTProxy: --transport can only name a framing beside it");
        }
        try {
            return mtproxy.withFraming(named.framing().orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new Failure("--transport: " + e.getMessage());
        }
    }

    private static <T> T converted(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    static final class Named implements ITypeConverter<Transport> {

        @Override
        public Transport convert(String text) {
            return converted(text, Transport::parse);
        }
    }

    static final class Through implements ITypeConverter<ProxyServer> {

        @Override
        public ProxyServer convert(String text) {
            return converted(text, ProxyServer::parse);
        }
    }

    static final class Secret implements ITypeConverter<Transport> {

        @Override
        public Transport convert(String text) {
            return ProxyLink.isLink(text)
                    ? Transport.mtproxy(converted(text, ProxyLink::parse))
                    : Transport.mtproxy(converted(text, ProxySecret::parse));
        }
    }

    /** A secret of a server: its key, 16 bytes. */
    static final class Key implements ITypeConverter<ProxySecret> {

        @Override
        public ProxySecret convert(String text) {
            ProxySecret secret = converted(text, ProxySecret::parse);
            if (secret.kind() != ProxySecret.Kind.PLAIN) {
                throw new TypeConversionException("the secret of a server is 16 bytes, 32 hexadecimal digits");
            }
            return secret;
        }
    }
}
