package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.FutureSalt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The salts that the server announced. Of those that are valid the one that began last is used; more are asked for when less
 * than one period is covered.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#request-for-several-future-salts">Request for several future
 *     salts</a>
 */
final class SaltBook {

    /** How many are asked for: those of six hours. */
    static final int WISHED = 12;

    private static final long PERIOD_SECONDS = 1800;
    private static final long ASK_AGAIN_MILLIS = 60_000;

    /** In the order in which they begin: the first and the last second of each, as the halves of one number. */
    private long[] times = {};

    private long[] values = {};
    /** The index of the first that is not over. */
    private int first;

    private long askAt;

    /** Takes the answer to a question, in place of what was known. */
    void take(List<FutureSalt> announced) {
        List<FutureSalt> sorted = new ArrayList<>(announced);
        sorted.sort(Comparator.comparingLong(salt -> Integer.toUnsignedLong(salt.validSince())));
        first = 0;
        times = new long[sorted.size()];
        values = new long[sorted.size()];
        for (int i = 0; i < times.length; i++) {
            FutureSalt salt = sorted.get(i);
            times[i] = (long) salt.validSince() << 32 | Integer.toUnsignedLong(salt.validUntil());
            values[i] = salt.salt();
        }
    }

    /** Forgets all, after the server named another one. */
    void forget() {
        times = new long[0];
        values = new long[0];
        first = 0;
    }

    /** Returns the salt for a moment; empty if none is known for it. Forgets what is over. */
    OptionalLong at(long serverSeconds) {
        while (first < times.length - 1 && since(first + 1) <= serverSeconds) {
            first++;
        }
        boolean valid = first < times.length && since(first) <= serverSeconds && serverSeconds < until(first);
        return valid ? OptionalLong.of(values[first]) : OptionalLong.empty();
    }

    /** Tells whether to ask for more now. */
    boolean isWanting(long serverSeconds, long now) {
        return now >= askAt && coveredUntil() - serverSeconds < PERIOD_SECONDS;
    }

    /** Returns when to ask for more. */
    long askAt(long serverSeconds, long now) {
        long untilWanting = (coveredUntil() - serverSeconds - PERIOD_SECONDS + 1) * 1000;
        return Math.max(askAt, now + Math.max(0, untilWanting));
    }

    void asked(long now) {
        askAt = now + ASK_AGAIN_MILLIS;
    }

    private long coveredUntil() {
        return times.length == 0 ? 0 : until(times.length - 1);
    }

    private long since(int index) {
        return times[index] >>> 32;
    }

    private long until(int index) {
        return times[index] & 0xffff_ffffL;
    }
}
