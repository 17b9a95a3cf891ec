package dev.mtproto.cli;

import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.CryptoVerdict;
import dev.mtproto.crypto.Cryptos;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "crypto",
        description =
                "Tells which crypto backends there are, which one is chosen and why; or what the chosen one does.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nOf each backend: ",
        footer =
                "version, native or Java, validated module and certificate as its vendor states them, approved-only or not, "
                        + "self tests, start-up time in this process (they start one after the other), and the reason. "
                        + "Exit status 1 if none can be chosen.")
final class CryptoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Option(
            names = "--compliance",
            description =
                    "List every cryptographic operation of MTProto: the algorithm, the module that executes it, whether "
                            + "that is an approved service of it, and the reason where it is not. Opens the chosen backend alone.")
    private boolean compliance;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CryptoSelection selection = crypto.selection();
        if (compliance) {
            new ComplianceOutput(out).print(ComplianceReport.of(Cryptos.open(selection)), json);
            return 0;
        }
        List<CryptoVerdict> verdicts = Cryptos.explain(selection);
        new VerdictOutput(out).print(selection, verdicts, json);
        return verdicts.stream().anyMatch(CryptoVerdict::chosen) ? 0 : 1;
    }
}
