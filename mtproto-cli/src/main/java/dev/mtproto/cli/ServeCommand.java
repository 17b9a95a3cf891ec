package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.EmbeddedDataCenterBuilder;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Runs the embedded data centre for others' clients, with a new RSA key, until it is stopped by a signal.",
            "Prints one line when it is ready, then one for each connection, key exchange and RPC."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            required = true,
            converter = HostAndPort.class,
            description = "Where to listen; port 0 takes a free one, which the first line names.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress address;

    @Option(
            names = "--public-key-out",
            paramLabel = "FILE.pem",
            required = true,
            description = "Receives the public RSA key, PKCS#1 in PEM, as clients need it.")
    @SuppressWarnings("NullAway.Init")
    private Path keyFile;

    @Option(
            names = "--secret",
            paramLabel = "HEX",
            converter = TransportOptions.Key.class,
            description =
                    "Speaks MTProxy as well: clients may hold these 16 bytes plain, as dd, or as ee with any domain.")
    private @Nullable ProxySecret secret;

    @Option(names = "--quiet", description = "Prints the first line only.")
    private boolean quiet;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Crypto backend = crypto.open();
        EventLines lines = new EventLines(out);
        try (EmbeddedDataCenter server = start(backend, lines)) {
            writeKey(server.publicKeyPem());
            lines.print("ready: listening on " + text(server.address()) + ", public key " + server.fingerprint()
                    + " in " + keyFile + ", crypto " + backend.info());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, lines), "mtproto-stop"));
            server.awaitClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void stop(EmbeddedDataCenter server, EventLines lines) {
        server.close();
        if (!quiet) {
            lines.print("stopped");
        }
    }

    private EmbeddedDataCenter start(Crypto backend, EventLines lines) {
        try {
            EmbeddedDataCenterBuilder setup =
                    EmbeddedDataCenter.builder().listen(address).crypto(backend);
            if (!quiet) {
                setup.listener(lines);
            }
            if (secret != null) {
                setup.proxySecret(secret);
            }
            return setup.start();
        } catch (UncheckedIOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private void writeKey(String pem) {
        try {
            Files.writeString(keyFile, pem);
        } catch (IOException e) {
            throw new Failure("cannot write the public key to " + keyFile + ": " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "the folder does not exist"
                : String.valueOf(e.getMessage());
    }

    /** Shows an address as a command line takes it. */
    static String text(InetSocketAddress address) {
        String host = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }
}
