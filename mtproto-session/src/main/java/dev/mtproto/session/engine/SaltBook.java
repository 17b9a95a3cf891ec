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

    /** How many are asked for: half a day's. */
    static final int WISHED = 24;

    private static final long PERIOD_SECONDS = 1800;
    private static final long ASK_AGAIN_MILLIS = 60_000;

    private final List<FutureSalt> salts = new ArrayList<>(0);
    private long askAt;

    /** Takes the answer to a question, in place of what was known. */
    void take(List<FutureSalt> announced) {
        salts.clear();
        salts.addAll(announced);
        salts.sort(Comparator.comparingLong(salt -> Integer.toUnsignedLong(salt.validSince())));
    }

    /** Forgets all, after the server named another one. */
    void forget() {
        salts.clear();
    }

    /** Returns the salt for a moment; empty if none is known for it. Forgets what is over. */
    OptionalLong at(long serverSeconds) {
        while (salts.size() > 1 && Integer.toUnsignedLong(salts.get(1).validSince()) <= serverSeconds) {
            salts.remove(0);
        }
        if (salts.isEmpty()) {
            return OptionalLong.empty();
        }
        FutureSalt first = salts.get(0);
        boolean valid = Integer.toUnsignedLong(first.validSince()) <= serverSeconds
                && serverSeconds < Integer.toUnsignedLong(first.validUntil());
        return valid ? OptionalLong.of(first.salt()) : OptionalLong.empty();
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
        return salts.isEmpty()
                ? 0
                : Integer.toUnsignedLong(salts.get(salts.size() - 1).validUntil());
    }
}
