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
    ABRIDGED(new AbridgedHeader(), (byte) 0xef, 1),
    /** Four length bytes, little-endian, counting bytes. Tag {@code eeeeeeee}. */
    INTERMEDIATE(new IntermediateHeader(), (byte) 0xee, 4);

    /** The longest packet that is received unless another limit is set, in bytes: 16 MiB. */
    public static final int DEFAULT_LIMIT = 1 << 24;

    /** The longest packet that every server takes from a client, in bytes: official proxies refuse longer ones. */
    public static final int LIMIT_TO_SERVER = 1_044_480;

    private final FrameHeader header;
    private final byte tagByte;
    private final int tagLength;

    Framing(FrameHeader header, byte tagByte, int tagLength) {
        this.header = header;
        this.tagByte = tagByte;
        this.tagLength = tagLength;
    }

    /** Returns the name in lower case, as a command line takes it. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the tag that a client sends once, 1 or 4 bytes. */
    public byte[] tag() {
        byte[] tag = new byte[tagLength];
        java.util.Arrays.fill(tag, tagByte);
        return tag;
    }

    /**
     * Makes the encoder of one connection. That of a client puts the tag in front of its first frame.
     *
     * @param role the side that sends
     */
    public FrameEncoder newEncoder(Role role) {
        return new FrameEncoder(header, role == Role.CLIENT ? tag() : new byte[0]);
    }

    /**
     * Makes the decoder of one connection. That of a server starts behind the tag, which {@link TransportDetector} reads.
     *
     * @param role the side that receives
     * @param limit the longest packet that is taken, in bytes
     */
    public FrameDecoder newDecoder(Role role, int limit) {
        return new FrameDecoder(header, role, limit);
    }
}
