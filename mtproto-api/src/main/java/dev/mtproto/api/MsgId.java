package dev.mtproto.api;

import java.time.Instant;

/**
 * Identifies a message within a session: about the unix time multiplied by 2<sup>32</sup>. Ids of a client are 0 mod 4, of
 * a server odd (1 mod 4 in an answer, 3 mod 4 otherwise).
 *
 * @param value the 8 wire bytes, read as a little-endian number
 */
public record MsgId(long value) implements Comparable<MsgId> {

    /** Returns the moment that the id shows, to the fraction of a second. */
    public Instant time() {
        long nanos = (value & 0xffff_ffffL) * 1_000_000_000L >>> 32;
        return Instant.ofEpochSecond(value >>> 32, nanos);
    }

    /** Tells whether a client made the id. */
    public boolean isClient() {
        return (value & 3) == 0;
    }

    /** Tells whether a server made the id. */
    public boolean isServer() {
        return (value & 1) == 1;
    }

    @Override
    public int compareTo(MsgId other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** Returns the id as a decimal number, as logs of other implementations show it. */
    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
