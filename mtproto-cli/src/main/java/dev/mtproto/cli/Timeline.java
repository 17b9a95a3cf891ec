package dev.mtproto.cli;

import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.Direction;
import dev.mtproto.client.ObservedMessage;
import dev.mtproto.tl.schema.Config;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows a client job to people: one line a message, then what came of it. */
final class Timeline implements Output {

    private final PrintWriter out;
    private long start = System.nanoTime();
    private boolean headed;

    Timeline(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void start(String what) {
        out.println(what);
        out.flush();
        start = System.nanoTime();
    }

    @Override
    public synchronized void message(ObservedMessage message) {
        if (!headed) {
            headed = true;
            out.println();
            out.printf("%9s      %-48s %20s %6s %6s%n", "ms", "message", "msg_id", "seq_no", "bytes");
        }
        out.printf(
                Locale.ROOT,
                "%9.1f  %s %-48s %20s %6s %6d%n",
                (System.nanoTime() - start) / 1e6,
                message.direction() == Direction.OUT ? "-->" : "<--",
                message.name(),
                Long.toUnsignedString(message.msgId()),
                message.seqNo().isPresent() ? message.seqNo().getAsInt() : "-",
                message.length());
        out.flush();
    }

    @Override
    public void event(ClientEvent event) {
        String words = EventWords.of(event);
        if (!words.isEmpty()) {
            note(words);
        }
    }

    @Override
    public synchronized void note(String words) {
        out.printf(Locale.ROOT, "%9.1f   *  %s%n", (System.nanoTime() - start) / 1e6, words);
        out.flush();
    }

    @Override
    public void result(JobResult result) {
        Config config = result.config();
        out.println();
        row("key exchange", millis(result.connected()) + " with connecting");
        row("ping", millis(result.ping()));
        row(
                "config",
                "data centre " + config.thisDc() + (config.testMode() ? " (test)" : "") + ", "
                        + config.dcOptions().size() + " address"
                        + (config.dcOptions().size() == 1 ? "" : "es"));
        row("auth key id", result.authKeyId().toString());
        row(
                "time offset",
                String.format(Locale.ROOT, "%+.3f s", result.timeOffset().toMillis() / 1e3));
        row("salt", result.salt().toString());
        row("crypto", result.crypto().toString());
    }

    @Override
    public void roundTrips(RoundTrips.Result trips) {
        Latencies times = trips.latencies();
        out.println();
        row("calls", times.count() + ", " + trips.inFlight() + " in flight");
        row("round trips", String.format(Locale.ROOT, "%,.0f a second", trips.perSecond()));
        row("CPU time", String.format(Locale.ROOT, "%.2f s", trips.cpu().toMillis() / 1e3));
        row("median", millis(Duration.ofNanos(times.percentile(50))));
        row("99th percentile", millis(Duration.ofNanos(times.percentile(99))));
        row("longest", millis(Duration.ofNanos(times.longest())));
        for (Latencies.Range range : times.ranges()) {
            row("  up to " + millis(Duration.ofNanos(range.upTo())), Long.toString(range.count()));
        }
    }

    private void row(String name, String value) {
        out.printf("%-16s %s%n", name, value);
        out.flush();
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, time.toMillis() < 10 ? "%.3f ms" : "%.1f ms", time.toNanos() / 1e6);
    }
}
