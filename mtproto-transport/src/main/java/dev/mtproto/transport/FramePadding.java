package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.RandomSource;

/**
 * How many random bytes follow a packet in {@link Framing#PADDED_INTERMEDIATE}: 0 up to a limit, each number equally likely.
 * Safe for use by several threads if the source is.
 *
 * @param most the largest number of bytes, 0 to {@value #MOST}
 * @param random where the number and the bytes are drawn from
 */
public record FramePadding(int most, RandomSource random) {

    /** The largest padding that a receiver takes, in bytes. */
    public static final int MOST = 15;

    /** No padding: what an encoder uses that was given no other. */
    public static final FramePadding NONE = new FramePadding(0, (target, offset, length) -> {});

    private static final int MOST_OF_A_SERVER = 3;
    private static final int MOST_OF_A_QUICK_ACK = 8;

    /** Checks the limit. */
    public FramePadding {
        if (most < 0 || most > MOST) {
            throw new IllegalArgumentException("a padding has 0 to " + MOST + " bytes, not " + most);
        }
    }

    /**
     * Returns what the protocol's description has a side send: 0 to 15 bytes from a client; 0 to 3 from a server, as some
     * clients cut off no more than that.
     *
     * @param role the side that sends
     * @param random where the number and the bytes are drawn from
     */
    public static FramePadding of(Role role, RandomSource random) {
        return new FramePadding(role == Role.CLIENT ? MOST : MOST_OF_A_SERVER, random);
    }

    /** Adds a padding behind a packet. */
    void append(PacketBuffer packet) {
        append(packet, most);
    }

    /** Adds a padding behind a quick acknowledgement, which stays short of a message. */
    void appendToQuickAck(PacketBuffer packet) {
        append(packet, Math.min(most, MOST_OF_A_QUICK_ACK));
    }

    private void append(PacketBuffer packet, int limit) {
        if (limit == 0) {
            return;
        }
        int length = packet.length();
        packet.resize(length + 1);
        int start = packet.offset() + length;
        random.nextBytes(packet.array(), start, 1);
        int count = (packet.array()[start] & 0xff) % (limit + 1);
        packet.resize(length + count);
        random.nextBytes(packet.array(), start, count);
    }
}
