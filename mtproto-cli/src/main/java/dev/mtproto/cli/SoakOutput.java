package dev.mtproto.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how a soak goes, and how it went. */
final class SoakOutput {

    private final PrintWriter out;
    private final boolean json;

    SoakOutput(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void start(int clients, int inFlight, long seed) {
        if (json) {
            JsonLine.print(out, line -> {
                line.writeStringField("event", "start");
                line.writeNumberField("clients", clients);
                line.writeNumberField("in_flight", inFlight);
                line.writeNumberField("seed", seed);
            });
        } else {
            out.println(clients + " clients with " + inFlight + " calls under way each, seed " + seed + ".");
            out.printf(
                    "%7s %10s %10s %10s %6s %6s %6s %9s %7s%n",
                    "s", "sent", "answered", "uncertain", "lost", "twice", "rerun", "faults", "upsets");
            out.flush();
        }
    }

    void progress(Duration passed, SoakCounts counts) {
        if (json) {
            print("progress", passed, counts);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%7.0f %10d %10d %10d %6d %6d %6d %9d %7d%n",
                    passed.toMillis() / 1e3,
                    counts.sent(),
                    counts.answered(),
                    counts.uncertain(),
                    counts.lost(),
                    counts.twice(),
                    counts.rerun(),
                    counts.faults(),
                    counts.upsets());
            out.flush();
        }
    }

    void end(SoakCounts counts) {
        if (json) {
            print("result", Duration.ZERO, counts);
            return;
        }
        out.println();
        out.println(
                counts.isSound()
                        ? "Each call ended, and none ran twice."
                        : "NOT SOUND: " + counts.lost() + " lost, " + counts.twice() + " ran twice.");
        out.flush();
    }

    private void print(String event, Duration passed, SoakCounts counts) {
        JsonLine.print(out, line -> {
            line.writeStringField("event", event);
            if (event.equals("progress")) {
                line.writeNumberField("seconds", passed.toSeconds());
            } else {
                line.writeBooleanField("ok", counts.isSound());
            }
            line.writeNumberField("sent", counts.sent());
            line.writeNumberField("answered", counts.answered());
            line.writeNumberField("uncertain", counts.uncertain());
            line.writeNumberField("lost", counts.lost());
            line.writeNumberField("executed_twice", counts.twice());
            line.writeNumberField("rerun_after_restart", counts.rerun());
            line.writeNumberField("faults", counts.faults());
            line.writeNumberField("upsets", counts.upsets());
        });
    }
}
