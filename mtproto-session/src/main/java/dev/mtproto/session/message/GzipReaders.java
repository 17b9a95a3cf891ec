package dev.mtproto.session.message;

import java.util.concurrent.ArrayBlockingQueue;

/**
 * Lends readers of gzip, each for one packet: they hold native memory and a long buffer, which a session at rest does not need.
 * Safe for use by several threads.
 */
final class GzipReaders {

    /** How many are kept; one more than that is closed when it comes back. */
    private static final int KEPT = 8;

    private static final ArrayBlockingQueue<GzipReader> IDLE = new ArrayBlockingQueue<>(KEPT);

    private GzipReaders() {}

    /**
     * Lends a reader.
     *
     * @param limit the most bytes that the parts of the packet may unpack to, together
     */
    static GzipReader take(int limit) {
        GzipReader idle = IDLE.poll();
        return (idle == null ? new GzipReader() : idle).startPacket(limit);
    }

    static void giveBack(GzipReader reader) {
        reader.endPacket();
        if (!IDLE.offer(reader)) {
            reader.close();
        }
    }
}
