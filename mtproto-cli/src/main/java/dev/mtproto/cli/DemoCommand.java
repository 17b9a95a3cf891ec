package dev.mtproto.cli;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.testkit.EmbeddedDataCenter;
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

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Output output = json ? new JsonOutput(out) : new Timeline(out);
        Crypto backend = crypto.open();
        try (EmbeddedDataCenter server =
                EmbeddedDataCenter.builder().crypto(backend).start()) {
            output.start("An embedded data centre listens on " + ServeCommand.text(server.address())
                    + "; a client connects, abridged framing.");
            ClientJob.run(
                    MtprotoClient.builder()
                            .dataCenter(server.dataCenter())
                            .serverKeys(server.serverKeys())
                            .crypto(backend),
                    output);
        }
        return 0;
    }
}
