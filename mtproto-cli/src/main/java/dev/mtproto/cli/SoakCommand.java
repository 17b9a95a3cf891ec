package dev.mtproto.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "soak",
        description = {
            "Runs many clients against an embedded data centre for a while, over a network that cuts, delays, duplicates, "
                    + "reorders and corrupts, with servers that restart, salts and temporary keys that change and clocks that "
                    + "jump; then counts.",
            "No call may be lost: each ends, with its answer or with word of how far it came. None may run twice in the life of "
                    + "a server; one that restarts forgets what it ran, and the protocol has it sent again, which is counted apart "
                    + "(rerun)."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExit status: ",
        footer = "0 only if no call was lost and none ran twice.")
final class SoakCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long calls are made, fractions allowed. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double minutes;

    @Option(
            names = "--clients",
            paramLabel = "K",
            description = "How many clients. Every second one uses forward secrecy. Default: ${DEFAULT-VALUE}.",
            defaultValue = "8")
    private int clients;

    @Option(
            names = "--in-flight",
            paramLabel = "M",
            description = "How many calls each has under way at a time. Default: ${DEFAULT-VALUE}.",
            defaultValue = "16")
    private int inFlight;

    @Option(names = "--seed", paramLabel = "S", description = "Draws the faults anew as they were drawn with it.")
    private @Nullable Long seed;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (!(minutes > 0) || clients < 1 || inFlight < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--minutes takes more than 0, --clients and --in-flight 1 or more");
        }
        long drawn = seed == null ? System.nanoTime() : seed;
        PrintWriter out = spec.commandLine().getOut();
        SoakOutput output = new SoakOutput(out, json);
        output.start(clients, inFlight, drawn);
        Duration time = Duration.ofMillis(Math.round(minutes * 60_000));
        SoakCounts counts = new Soak(crypto.open(), clients, inFlight, drawn, output).run(time);
        output.end(counts);
        return counts.isSound() ? 0 : 1;
    }
}
