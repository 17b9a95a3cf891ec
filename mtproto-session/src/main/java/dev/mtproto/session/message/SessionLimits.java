package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;

/**
 * What a session takes at most from the other side, and sends at most.
 *
 * @param packet the largest packet that is sent, in bytes; official proxies refuse more than 1 044 480
 * @param containerMessages the most messages in a container that is received
 * @param gzipOutput the most bytes that the gzip_packed parts of one packet may unpack to, together
 * @param remembered how many message ids are remembered per session against replay, 500 or more
 */
@Enforces({Check.D1, Check.D2})
public record SessionLimits(int packet, int containerMessages, int gzipOutput, int remembered) {

    /** The usual limits: 1 044 480 bytes, 1024 messages, 16 MiB, 1000 ids. */
    public static final SessionLimits DEFAULT = new SessionLimits(1_044_480, 1024, 16 << 20, 1000);

    private static final int LEAST_REMEMBERED = 500;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative, too low or beyond what the format can hold
     */
    public SessionLimits {
        if (packet < 0 || packet > PacketBuffer.MAX_LENGTH) {
            throw new IllegalArgumentException("a packet has at most " + PacketBuffer.MAX_LENGTH + " bytes: " + packet);
        }
        if (containerMessages < 0 || gzipOutput < 0) {
            throw new IllegalArgumentException("a limit cannot be negative");
        }
        if (remembered < LEAST_REMEMBERED || remembered > 1 << 20) {
            throw new IllegalArgumentException("500 to 1048576 message ids are remembered, not " + remembered);
        }
    }
}
