package dev.mtproto.cli;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.EmbeddedDataCenterBuilder;
import dev.mtproto.transport.socket.Transport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Shows the whole of it: starts an embedded data centre on a free loopback port, connects to it over TCP, runs "
                    + "the key exchange, then sends a ping and help.getConfig through the encrypted session. "
                    + "Every message is shown, both directions."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Mixin
    private final TransportOptions transports = new TransportOptions();

    @Option(
            names = "--all-transports",
            description =
                    "Runs it over every transport, MTProxy with a secret of its own among them, and shows a table.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Crypto backend = crypto.open();
        if (all) {
            return new AllTransports(backend, out, json).run() ? 0 : 1;
        }
        Output output = json ? new JsonOutput(out) : new Timeline(out);
        Transport transport = TransportOptions.here(transports.transport());
        EmbeddedDataCenterBuilder setup =
                EmbeddedDataCenter.builder().crypto(backend).rsaKey(DemoKey.key());
        transport.secret().ifPresent(setup::proxySecret);
        try (EmbeddedDataCenter server = setup.start()) {
            output.start("An embedded data centre listens on " + ServeCommand.text(server.address())
                    + "; a client connects, " + TransportOptions.words(transport) + ".");
            ClientJob.run(
                    MtprotoClient.builder()
                            .dataCenter(server.dataCenter())
                            .serverKeys(server.serverKeys())
                            .crypto(backend)
                            .transport(transport),
                    output);
        }
        return 0;
    }
}
