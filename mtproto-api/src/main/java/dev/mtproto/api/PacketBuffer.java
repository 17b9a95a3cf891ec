package dev.mtproto.api;

import java.util.Arrays;

/**
 * A reusable buffer for one packet on its way out, with room in front and behind for what the next layers add: framing
 * writes its header before the packet without moving it. Grows as needed, up to a limit; never shrinks.
 *
 * <p>The packet is {@code array()[offset() .. offset() + length())}. Not safe for use by several threads.
 */
public final class PacketBuffer {

    /** Room that is kept free in front of a packet, in bytes: enough for the header of every framing. */
    public static final int HEADROOM = 16;

    /** Room that is kept free behind a packet, in bytes: enough for the trailer or padding of every framing. */
    public static final int TAILROOM = 32;

    /** The largest packet, in bytes. */
    public static final int MAX_LENGTH = 1 << 24;

    private byte[] array;
    private int offset = HEADROOM;
    private int length;

    /** Makes an empty buffer with room for a small packet. */
    public PacketBuffer() {
        this(2048);
    }

    /**
     * Makes an empty buffer.
     *
     * @param capacity the length in bytes up to which a packet needs no growth
     */
    public PacketBuffer(int capacity) {
        array = new byte[HEADROOM + capacity + TAILROOM];
    }

    /** Returns the array that holds the packet; another one after {@link #reset} or {@link #resize} made it grow. */
    public byte[] array() {
        return array;
    }

    /** Returns the index of the first byte of the packet. */
    public int offset() {
        return offset;
    }

    /** Returns the length of the packet, in bytes. */
    public int length() {
        return length;
    }

    /**
     * Starts a new packet with all the room in front; its bytes are not cleared.
     *
     * @param newLength its length, in bytes
     */
    public void reset(int newLength) {
        offset = HEADROOM;
        length = 0;
        resize(newLength);
    }

    /**
     * Sets the length, keeping the bytes that are there and growing the array if it has to.
     *
     * @param newLength the length, in bytes
     * @throws IllegalArgumentException if it is negative or beyond {@link #MAX_LENGTH} and the room around it
     */
    public void resize(int newLength) {
        if (newLength < 0 || newLength > MAX_LENGTH + HEADROOM + TAILROOM) {
            throw new IllegalArgumentException("a packet has 0 to " + MAX_LENGTH + " bytes, not " + newLength);
        }
        if (offset + newLength + TAILROOM > array.length) {
            int wanted = offset + newLength + TAILROOM;
            array = Arrays.copyOf(array, Math.max(wanted, Math.min(2 * array.length, MAX_LENGTH)));
        }
        length = newLength;
    }

    /**
     * Takes bytes in front of the packet into it.
     *
     * @param count how many; at most what is free
     */
    public void prepend(int count) {
        if (count < 0 || count > offset) {
            throw new IllegalArgumentException("no room for " + count + " bytes in front of the packet");
        }
        offset -= count;
        length += count;
    }

    /** Overwrites the whole array with zeros and empties the buffer. */
    public void wipe() {
        Arrays.fill(array, (byte) 0);
        offset = HEADROOM;
        length = 0;
    }
}
