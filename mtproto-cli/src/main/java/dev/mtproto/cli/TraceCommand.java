package dev.mtproto.cli;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.UpdateListener;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.HelpGetConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "trace",
        description = {
            "Shows the messages of a running connection as they go by, until it is interrupted.",
            "With HOST:PORT or --dc: of a connection of its own, which stays open and keeps itself alive.",
            "With --jfr: of the clients of another program, from its flight recording. That program is started with "
                    + "-XX:StartFlightRecording:dev.mtproto.Message#enabled=true "
                    + "-XX:FlightRecorderOptions:repository=FOLDER, or has written a recording to a file."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TraceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ServerArgument server = new ServerArgument();

    @Option(
            names = "--jfr",
            paramLabel = "FILE.jfr|FOLDER",
            description = "A flight recording, or the repository of a running program.")
    private @Nullable Path recording;

    @Option(names = "--seconds", paramLabel = "N", description = "Ends after N seconds.")
    private @Nullable Long seconds;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (seconds != null && seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds: 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (recording != null) {
            try {
                new FlightTrace(out, json).show(recording, seconds);
            } catch (IOException e) {
                throw new Failure("cannot read the recording " + recording + ": " + Reasons.of(e));
            }
            return 0;
        }
        try (ServerOptions.Target target = server.target()) {
            follow(target, json ? new JsonOutput(out) : new Timeline(out));
        }
        return 0;
    }

    private void follow(ServerOptions.Target target, Output output) throws InterruptedException {
        output.start("Following a connection to " + target.words() + ".");
        UpdateListener updates = new UpdateListener() {
            @Override
            public void update(TlObject update) {} // its message is shown already

            @Override
            public void gap() {
                output.note("updates may be lost");
            }
        };
        try (MtprotoClient client =
                target.client().listener(output).updates(updates).connect()) {
            ClientJob.await(client, ClientJob.firstCall(new HelpGetConfig()), "help.getConfig");
            CountDownLatch never = new CountDownLatch(1);
            if (seconds == null) {
                never.await();
            } else if (never.await(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opens it");
            }
        }
    }
}
