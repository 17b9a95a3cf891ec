package dev.mtproto.session.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Ids for unencrypted messages: the clock's time, strictly increasing. Safe for use by several threads. */
final class MessageIds implements LongSupplier {

    /** The low bits of a client's id. */
    static final int CLIENT = 0;
    /** The low bits of a server's answer. */
    static final int SERVER = 1;

    private final InstantSource clock;
    private final int lowBits;
    private long last;

    MessageIds(InstantSource clock, int lowBits) {
        this.clock = clock;
        this.lowBits = lowBits;
    }

    @Override
    public synchronized long getAsLong() {
        Instant now = clock.instant();
        long fraction = ((long) now.getNano() << 32) / 1_000_000_000L;
        long id = ((now.getEpochSecond() << 32 | fraction) & ~3L) | lowBits;
        last = id > last ? id : last + 4;
        return last;
    }
}
