package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures this machine: cipher, messages, factoring and key exchange, one thread.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nOperations:%n",
        footer = {
            "  ige_enc, ige_dec     AES-256-IGE in place, a new key each call",
            "  pack, unpack         a body of so many bytes into an encrypted packet, and back",
            "  pq_factor            one pq of 62 or 63 bits into its primes, mean of 20",
            "  modpow2048           one power modulo Telegram's 2048-bit prime",
            "  handshake_client     the client's part of a key exchange",
            "  handshake_server     the server's part of it",
            "Each: 0.5 s to warm up, 7 rounds of at least 0.2 s, the median."
        })
final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Option(names = "--json", description = "Print one JSON object a line: backend, op, size in bytes, ns.")
    private boolean json;

    @Option(names = "--quick", description = "2 rounds of 0.05 s: a rough look.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "OP",
            split = ",",
            description = "Only these operations, separated by commas.")
    private final Set<String> only = new LinkedHashSet<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        checkNames();
        Crypto backend = crypto.open();
        String name = backend.info().name();
        if (!json) {
            out.println("crypto backend: " + backend.info() + ", Java " + Runtime.version());
            out.printf(Locale.ROOT, "%-18s %9s %14s %12s%n", "operation", "bytes", "time", "MB/s");
        }
        Stopwatch stopwatch = quick ? Stopwatch.QUICK : Stopwatch.NORMAL;
        for (Operations group : groups()) {
            if (group.names().stream().noneMatch(this::wanted)) {
                continue;
            }
            for (Operation operation : group.make(backend)) {
                if (!wanted(operation.name())) {
                    continue;
                }
                progress.println("measuring " + name + " " + operation.name()
                        + (operation.size() == 0 ? "" : " " + operation.size()) + " ...");
                print(out, name, operation, stopwatch.median(operation));
            }
        }
        return 0;
    }

    private static List<Operations> groups() {
        return List.of(
                new CipherOperations(), new MessageOperations(), new NumberOperations(), new ExchangeOperations());
    }

    private boolean wanted(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private void checkNames() {
        List<String> all = new ArrayList<>();
        groups().forEach(group -> all.addAll(group.names()));
        for (String name : only) {
            if (!all.contains(name)) {
                throw new Failure("there is no operation '" + name + "'; choose from " + String.join(", ", all));
            }
        }
    }

    private void print(PrintWriter out, String backend, Operation operation, double nanos) {
        if (json) {
            JsonLine.print(out, line -> {
                line.writeStringField("backend", backend);
                line.writeStringField("op", operation.name());
                line.writeNumberField("size", operation.size());
                line.writeNumberField("ns", Math.round(nanos * 10) / 10.0);
            });
            return;
        }
        String rate = operation.size() == 0 ? "" : String.format(Locale.ROOT, "%,.1f", operation.size() * 1e3 / nanos);
        String size = operation.size() == 0 ? "" : Integer.toString(operation.size());
        out.printf(Locale.ROOT, "%-18s %9s %14s %12s%n", operation.name(), size, time(nanos), rate);
    }

    private static String time(double nanos) {
        if (nanos < 10_000) {
            return String.format(Locale.ROOT, "%.0f ns", nanos);
        }
        return nanos < 10_000_000
                ? String.format(Locale.ROOT, "%.1f us", nanos / 1e3)
                : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
