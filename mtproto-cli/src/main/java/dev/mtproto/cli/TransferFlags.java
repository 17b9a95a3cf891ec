package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.files.TransferOptions;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that transfer a file. */
final class TransferFlags {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.class,
            description = "Where the server listens; an IPv6 address in brackets. Or name one by --dc or --secret.")
    private @Nullable InetSocketAddress address;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "How many parts are under way at a time. Default: ${DEFAULT-VALUE}.",
            defaultValue = "8")
    private int inFlight;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    boolean json;

    ServerOptions.Target target() {
        return options.target(address);
    }

    TransferOptions options() {
        try {
            return TransferOptions.DEFAULT.withPartsInFlight(inFlight);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--in-flight: " + e.getMessage(), e);
        }
    }

    ProgressBar progress() {
        return new ProgressBar(spec.commandLine().getErr(), !json && ProgressBar.isTerminal());
    }

    void show(TransferResult result) {
        result.print(spec.commandLine().getOut(), json);
    }

    /** Says what ended a transfer, and that it can go on. */
    static Failure broken(MtprotoException e) {
        return new Failure(e.getMessage() + "; the same command goes on from here");
    }
}
