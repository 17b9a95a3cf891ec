package dev.mtproto.cli;

import dev.mtproto.api.DataCenter;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.transport.socket.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "connect",
        description = {
            "Connects to any MTProto server: runs the key exchange, then sends a ping and help.getConfig.",
            "The server is HOST:PORT, or one of Telegram's data centres by --dc, or the MTProxy server of a link (--secret)."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ConnectCommand implements Callable<Integer> {

    private static final int USUAL_DC = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.class,
            description = "Where the server listens; an IPv6 address in brackets.")
    private @Nullable InetSocketAddress address;

    @Option(
            names = "--dc",
            paramLabel = "N",
            description = "Telegram's data centre N, 1 to 5 (1 to 3 with --test). "
                    + "With HOST:PORT: the number that the key exchange names, 2 unless given.")
    private @Nullable Integer dc;

    @Option(names = "--test", description = "The data centre belongs to the test environment.")
    private boolean test;

    @Option(
            names = "--key",
            paramLabel = "FILE.pem",
            description = "The server's public RSA key, or several, as PKCS#1 or SubjectPublicKeyInfo. "
                    + "Default: the keys that Telegram publishes.")
    private @Nullable Path keyFile;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Mixin
    private final TransportOptions transports = new TransportOptions();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        Transport transport = transports.transport();
        transport.server().ifPresent(proxy -> address = address == null ? proxy : address);
        DataCenter server = server();
        ServerKeys keys = keyFile == null ? ServerKeys.telegram() : readKeys(keyFile);
        PrintWriter out = spec.commandLine().getOut();
        Output output = json ? new JsonOutput(out) : new Timeline(out);
        MtprotoClientBuilder builder = MtprotoClient.builder()
                .dataCenter(server)
                .serverKeys(keys)
                .crypto(crypto.open())
                .transport(transport);
        InetSocketAddress target = transport.server().orElse(server.addresses().get(0));
        output.start("Connecting to " + ServeCommand.text(target) + ", " + TransportOptions.words(transport) + ".");
        ClientJob.run(builder, output);
        return 0;
    }

    private DataCenter server() {
        if (address != null) {
            int number = dc == null ? USUAL_DC : dc;
            if (number < 1) {
                throw new ParameterException(spec.commandLine(), "--dc: a data centre has a number from 1 on");
            }
            return new DataCenter(number, test, false, List.of(address));
        }
        if (dc == null) {
            throw new ParameterException(spec.commandLine(), "name a server: HOST:PORT, or --dc 1..5");
        }
        try {
            return DataCenter.telegram(dc, test);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--dc: " + e.getMessage(), e);
        }
    }

    private static ServerKeys readKeys(Path file) {
        try {
            return ServerKeys.ofPem(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Failure("there is no key file " + file);
        } catch (IOException e) {
            throw new Failure("cannot read the key file " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Failure("no usable key in " + file + ": " + e.getMessage());
        }
    }
}
