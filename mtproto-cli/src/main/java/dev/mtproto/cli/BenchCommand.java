package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.CryptoVerdict;
import dev.mtproto.crypto.Cryptos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
            "Without a backend named, all that can be used here are measured side by side; figures that are not disturbed by "
                    + "the others take a run for each.",
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
        checkNames();
        Map<String, Crypto> backends = backends();
        BenchOutput output = new BenchOutput(spec.commandLine().getOut(), json, backends);
        for (Operations group : groups()) {
            if (group.names().stream().anyMatch(this::wanted)) {
                measure(group, backends, output);
            }
        }
        return 0;
    }

    /** Returns the backend that was named, or else FASTEST and all that can be used here, by rank. */
    private Map<String, Crypto> backends() {
        Map<String, Crypto> backends = new LinkedHashMap<>();
        if (crypto.isNamed()) {
            Crypto backend = crypto.open();
            backends.put(backend.info().name(), backend);
            return backends;
        }
        List<CryptoVerdict> verdicts = Cryptos.explain(CryptoSelection.FASTEST);
        if (verdicts.stream().anyMatch(CryptoVerdict::chosen)) {
            Crypto fastest = Cryptos.open(CryptoSelection.FASTEST);
            backends.put(fastest.info().name(), fastest);
        }
        for (CryptoVerdict verdict : verdicts) {
            String name = verdict.candidate().name();
            if (verdict.candidate().available()) {
                backends.putIfAbsent(name, Cryptos.open(new CryptoSelection.Named(name)));
            } else {
                spec.commandLine().getErr().println("left out " + name + ": " + verdict.why());
            }
        }
        if (backends.isEmpty()) {
            throw new Failure("no crypto backend can be used here");
        }
        return backends;
    }

    private void measure(Operations group, Map<String, Crypto> backends, BenchOutput output) {
        Stopwatch stopwatch = quick ? Stopwatch.QUICK : Stopwatch.NORMAL;
        Map<String, List<Operation>> made = new LinkedHashMap<>();
        backends.forEach((name, backend) -> made.put(name, group.make(backend)));
        List<Operation> operations = made.values().iterator().next();
        for (int i = 0; i < operations.size(); i++) {
            if (!wanted(operations.get(i).name())) {
                continue;
            }
            List<Double> times = new ArrayList<>();
            for (Map.Entry<String, List<Operation>> backend : made.entrySet()) {
                Operation operation = backend.getValue().get(i);
                spec.commandLine()
                        .getErr()
                        .println("measuring " + backend.getKey() + " " + operation.name()
                                + (operation.size() == 0 ? "" : " " + operation.size()) + " ...");
                double nanos = stopwatch.median(operation);
                output.measured(backend.getKey(), operation, nanos);
                times.add(nanos);
            }
            output.row(operations.get(i), times);
        }
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
}
