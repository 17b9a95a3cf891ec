package dev.mtproto.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows on one line how far a transfer is, ten times a second at most, if there is a terminal. */
final class ProgressBar {

    private static final long PAUSE = 100_000_000;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long total = -1;
    private long first = -1;
    private long last = start - PAUSE;

    ProgressBar(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Returns whether standard input and output are a terminal, which is as much as can be known of the error stream. */
    static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    /** Sets how many bytes there are, once that is known. */
    synchronized void total(long bytes) {
        total = bytes;
    }

    /** Shows how many bytes are there. */
    synchronized void show(long bytes) {
        if (first < 0) {
            first = bytes;
        }
        long now = System.nanoTime();
        if (shown && now - last >= PAUSE) {
            last = now;
            err.print("\r" + line(bytes, now) + "\u001b[K");
            err.flush();
        }
    }

    /** Takes the line away. */
    synchronized void end() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private String line(long bytes, long now) {
        double rate = (bytes - first) / 1e6 / ((now - start) / 1e9);
        String amount = String.format(Locale.ROOT, "%,.1f MB, %,.1f MB/s", bytes / 1e6, rate);
        if (total <= 0) {
            return amount;
        }
        int full = (int) Math.min(WIDTH, WIDTH * bytes / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %s",
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                100 * bytes / total,
                amount);
    }
}
