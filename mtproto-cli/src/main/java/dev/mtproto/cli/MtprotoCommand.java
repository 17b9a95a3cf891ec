package dev.mtproto.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "mtproto",
        description = "MTProto 2.0 for Java at work: as client, as data centre, and on the stop watch.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ConnectCommand.class,
            PutCommand.class,
            GetCommand.class,
            TraceCommand.class,
            SoakCommand.class,
            BenchCommand.class,
            CryptoCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExit status: ",
        footer = "0 if all of it worked, 1 if it failed, 2 if it was called wrongly.")
final class MtprotoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: demo, serve, connect, put, get, trace, soak, bench or crypto");
    }
}
