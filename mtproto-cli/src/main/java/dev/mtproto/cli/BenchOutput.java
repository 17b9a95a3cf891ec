package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows measurements: a line for each operation with the backends side by side, or one JSON object for each measurement. */
final class BenchOutput {

    private final PrintWriter out;
    private final boolean json;
    private final boolean alone;

    BenchOutput(PrintWriter out, boolean json, Map<String, Crypto> backends) {
        this.out = out;
        this.json = json;
        this.alone = backends.size() == 1;
        if (json) {
            return;
        }
        backends.values().forEach(backend -> out.println("crypto backend: " + backend.info()));
        out.println("Java " + Runtime.version());
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-18s %9s", "operation", "bytes"));
        backends.keySet().forEach(name -> head.append(String.format(Locale.ROOT, " %14s", alone ? "time" : name)));
        out.println(alone ? head.append(String.format(Locale.ROOT, " %12s", "MB/s")) : head);
    }

    /** Shows one measurement at once, where each is a line. */
    void measured(String backend, Operation operation, double nanos) {
        if (json) {
            JsonLine.print(out, line -> {
                line.writeStringField("backend", backend);
                line.writeStringField("op", operation.name());
                line.writeNumberField("size", operation.size());
                line.writeNumberField("ns", Math.round(nanos * 10) / 10.0);
            });
        }
    }

    /** Shows the measurements of one operation, in the order of the backends. */
    void row(Operation operation, List<Double> times) {
        if (json) {
            return;
        }
        String size = operation.size() == 0 ? "" : Integer.toString(operation.size());
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s %9s", operation.name(), size));
        times.forEach(nanos -> line.append(String.format(Locale.ROOT, " %14s", time(nanos))));
        if (alone && operation.size() > 0) {
            line.append(String.format(Locale.ROOT, " %,12.1f", operation.size() * 1e3 / times.get(0)));
        }
        out.println(line);
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
