package dev.mtproto.client.files;

import java.time.Duration;

/**
 * How files are transferred.
 *
 * @param partsInFlight how many parts are under way at a time, which bounds the memory: each is held once as long as it is
 * @param uploadPart the length of the parts that are sent, in bytes: 1 KiB to 512 KiB, which it divides
 * @param downloadPart the length of the parts that are fetched, in bytes: 4 KiB to 1 MiB, which it divides
 * @param attempts how often a part is tried before the transfer fails, 1 or more
 * @param firstPause the time before the second attempt, doubled for each further one
 * @param longestPause the longest time before an attempt
 * @param longestWait the longest time for which a server may ask by {@code FLOOD_WAIT}; more fails the transfer
 */
public record TransferOptions(
        int partsInFlight,
        int uploadPart,
        int downloadPart,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration longestWait) {

    /** The usual: 8 parts of 512 KiB in flight, 10 attempts after 100 ms to 10 s, waits of up to 5 min. */
    public static final TransferOptions DEFAULT = new TransferOptions(
            8, 512 << 10, 512 << 10, 10, Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** Checks the values. */
    public TransferOptions {
        check(partsInFlight >= 1, "at least one part is in flight");
        check(attempts >= 1, "a part is tried at least once");
        check(isPart(uploadPart, 1 << 10, 512 << 10), "a part that is sent has 1 KiB to 512 KiB, and divides 512 KiB");
        check(isPart(downloadPart, 4 << 10, 1 << 20), "a part that is fetched has 4 KiB to 1 MiB, and divides 1 MiB");
        check(!firstPause.isNegative() && firstPause.compareTo(longestPause) <= 0, "the first pause is the shortest");
        check(!longestWait.isNegative(), "a wait is not negative");
    }

    /** Returns the same with another number of parts in flight. */
    public TransferOptions withPartsInFlight(int parts) {
        return new TransferOptions(parts, uploadPart, downloadPart, attempts, firstPause, longestPause, longestWait);
    }

    /** Returns the same with other lengths of parts, in bytes. */
    public TransferOptions withParts(int upload, int download) {
        return new TransferOptions(partsInFlight, upload, download, attempts, firstPause, longestPause, longestWait);
    }

    /** Returns the same with another number of attempts. */
    public TransferOptions withAttempts(int most) {
        return new TransferOptions(
                partsInFlight, uploadPart, downloadPart, most, firstPause, longestPause, longestWait);
    }

    /** Returns the time before an attempt. */
    Duration pauseBefore(int attempt) {
        Duration pause = firstPause;
        for (int i = 2; i < attempt && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    private static boolean isPart(int length, int least, int most) {
        return length >= least && length <= most && most % length == 0;
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
