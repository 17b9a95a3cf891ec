package dev.mtproto.transport;

import dev.mtproto.api.Role;

/**
 * The framings that this module has: how packets stand one after the other in a byte stream. A client announces the framing
 * by a tag in front of its first frame; a server sends none.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports">MTProto transports</a>
 */
public enum Framing {
    /** One length byte counting words of 4 bytes, or four for the longer packets. Tag {@code ef}. */
    ABRIDGED((byte) 0xef, 1),
    /** Four length bytes, little-endian, counting bytes. Tag {@code eeeeeeee}. */
    INTERMEDIATE((byte) 0xee, 4),
    /**
     * The same, with up to 15 random bytes behind each packet. Tag {@code dddddddd}. The decoder cuts them off: behind an
     * encrypted packet by its length, a multiple of 16 and 24 more; behind a plaintext one by the length that it names.
     */
    PADDED_INTERMEDIATE((byte) 0xdd, 4),
    /** Length, number of the frame and CRC-32. No tag, no quick acknowledgements; not possible under obfuscation. */
    FULL((byte) 0, 0);

    /** The longest packet that is received unless another limit is set, in bytes: 16 MiB. */
    public static final int DEFAULT_LIMIT = 1 << 24;

    /** The longest packet that every server takes from a client, in bytes: official proxies refuse longer ones. */
    public static final int LIMIT_TO_SERVER = 1_044_480;

    private final byte tagByte;
    private final int tagLength;

    Framing(byte tagByte, int tagLength) {
        this.tagByte = tagByte;
        this.tagLength = tagLength;
    }

    /** Returns the name in lower case, as a command line takes it. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the tag that a client sends once, 0, 1 or 4 bytes. */
    public byte[] tag() {
        byte[] tag = new byte[tagLength];
        java.util.Arrays.fill(tag, tagByte);
        return tag;
    }

    /** Tells whether a client may ask for quick acknowledgements. */
    public boolean hasQuickAcks() {
        return this != FULL;
    }

    /**
     * Makes the encoder of one connection, without padding. That of a client puts the tag in front of its first frame.
     *
     * @param role the side that sends
     */
    public FrameEncoder newEncoder(Role role) {
        return newEncoder(role, FramePadding.NONE);
    }

    /**
     * Makes the encoder of one connection. That of a client puts the tag in front of its first frame.
     *
     * @param role the side that sends
     * @param padding what follows packets, in {@link #PADDED_INTERMEDIATE}
     */
    public FrameEncoder newEncoder(Role role, FramePadding padding) {
        return new FrameEncoder(newHeader(padding), role == Role.CLIENT ? tag() : new byte[0]);
    }

    /**
     * Makes the encoder of one connection that never puts a tag: under obfuscation, whose header announces the framing.
     *
     * @param padding what follows packets, in {@link #PADDED_INTERMEDIATE}
     */
    public FrameEncoder newEncoderWithoutTag(FramePadding padding) {
        return new FrameEncoder(newHeader(padding), new byte[0]);
    }

    /**
     * Makes the decoder of one connection. That of a server starts behind the tag, which {@link TransportDetector} reads.
     *
     * @param role the side that receives
     * @param limit the longest packet that is taken, in bytes; without the padding
     */
    public FrameDecoder newDecoder(Role role, int limit) {
        return new FrameDecoder(newHeader(FramePadding.NONE), role, limit);
    }

    private FrameHeader newHeader(FramePadding padding) {
        return switch (this) {
            case ABRIDGED -> new AbridgedHeader();
            case INTERMEDIATE -> new IntermediateHeader();
            case PADDED_INTERMEDIATE -> new PaddedHeader(padding);
            case FULL -> new FullHeader();
        };
    }
}
