package dev.mtproto.cli;

import java.time.Duration;

/** The CPU time of this process, of all its threads together. */
final class CpuTime {

    private CpuTime() {}

    /** Returns what the process has taken by now, as far as the system tells; zero where it does not. */
    static Duration now() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns what the process has taken since a moment. */
    static Duration since(Duration then) {
        return now().minus(then);
    }
}
