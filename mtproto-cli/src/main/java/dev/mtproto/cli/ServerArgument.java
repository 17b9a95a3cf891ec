package dev.mtproto.cli;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The server that a command talks to, as its argument, and how it does. */
final class ServerArgument {

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.class,
            description = "Where the server listens; an IPv6 address in brackets.")
    private @Nullable InetSocketAddress address;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    ServerOptions.Target target() {
        return options.target(address);
    }
}
