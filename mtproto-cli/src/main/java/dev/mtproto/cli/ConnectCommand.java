package dev.mtproto.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ServerArgument server = new ServerArgument();

    @Option(
            names = "--rpcs",
            paramLabel = "N",
            description =
                    "Makes N calls of help.getNearestDc afterwards and tells how many a second there were, and how long "
                            + "each took. The messages are not shown then. The first tenth warms up and does not count.")
    private @Nullable Integer calls;

    @Option(
            names = "--in-flight",
            paramLabel = "M",
            description = "With --rpcs: how many calls are under way at a time. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int inFlight;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        if (calls != null && calls < 1 || inFlight < 1) {
            throw new ParameterException(spec.commandLine(), "--rpcs and --in-flight: 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        Output output = json ? new JsonOutput(out) : new Timeline(out);
        try (ServerOptions.Target target = server.target()) {
            output.start("Connecting to " + target.words() + ".");
            if (calls == null) {
                ClientJob.run(target.client().listener(output), output, client -> {});
            } else {
                RoundTrips trips = new RoundTrips(calls, inFlight);
                ClientJob.run(target.client(), output, trips);
                output.roundTrips(trips.result());
            }
        }
        return 0;
    }
}
