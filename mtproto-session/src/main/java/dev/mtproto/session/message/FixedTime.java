package dev.mtproto.session.message;

/** Time in the form of a msg_id: seconds since 1970 in the high half, the fraction of a second in the low half. */
final class FixedTime {

    private FixedTime() {}

    static long ofMillis(long millis) {
        long fraction = (Math.floorMod(millis, 1000L) << 32) / 1000;
        return Math.floorDiv(millis, 1000L) << 32 | fraction;
    }

    static long ofSeconds(long seconds) {
        return seconds << 32;
    }

    static long toMillis(long msgId) {
        return (msgId >>> 32) * 1000 + (((msgId & 0xffff_ffffL) * 1000) >>> 32);
    }
}
