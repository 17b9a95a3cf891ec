package dev.mtproto.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the command {@code mtproto}. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit status: 0 only if all of it worked, 1 if it failed, 2 if it was called
     * wrongly.
     *
     * @param args the command's name and its options
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        QuietLog.start();
        System.exit(run(out, err, args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new MtprotoCommand())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}
