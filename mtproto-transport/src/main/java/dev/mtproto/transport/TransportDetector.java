package dev.mtproto.transport;

import dev.mtproto.transport.support.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Tells by the first bytes of a connection which transport a client speaks. Without state: it is asked again with all bytes
 * whenever more have arrived.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports">MTProto transports</a>
 */
public final class TransportDetector {

    /** What may stand around the frames of a connection, or in place of them. */
    public enum Cover {
        /** Packets as the bodies of HTTP requests. */
        HTTP,
        /** A byte stream in WebSocket messages. */
        WEBSOCKET,
        /** A byte stream in what looks like TLS records. */
        FAKE_TLS,
        /** Frames behind an obfuscation header of 64 bytes. */
        OBFUSCATION
    }

    /** What the first bytes say. */
    public sealed interface Detection {

        /** Nothing yet: more bytes are needed. */
        record NeedMore() implements Detection {}

        /**
         * A framing was announced.
         *
         * @param framing the framing
         * @param tagLength how many bytes the tag took; the first frame begins behind them
         */
        record Found(Framing framing, int tagLength) implements Detection {}

        /**
         * The connection begins with a cover, whose own codec reads on from the first byte.
         *
         * @param cover which one; obfuscation is what looks like nothing else, and is known when its header was read
         */
        record Covered(Cover cover) implements Detection {}

        /** No transport that is accepted: the connection is closed without an answer. */
        record Refused() implements Detection {}
    }

    private static final int LONGEST_BEGINNING = 8;

    private static final class Beginning {

        final byte[] bytes;
        final Cover cover;

        Beginning(String text, Cover cover) {
            this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            this.cover = cover;
        }
    }

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("POST", Cover.HTTP),
            new Beginning("HEAD", Cover.HTTP),
            new Beginning("OPTI", Cover.HTTP),
            new Beginning("GET ", Cover.WEBSOCKET),
            new Beginning("\u0016\u0003\u0001", Cover.FAKE_TLS));

    private TransportDetector() {}

    /**
     * Looks at the first bytes of a connection on which framings come as they are.
     *
     * @param data the array
     * @param offset the index of the connection's first byte
     * @param length how many there are so far
     */
    public static Detection detect(byte[] data, int offset, int length) {
        return detect(data, offset, length, Set.of());
    }

    /**
     * Looks at the first bytes of a connection; 8 of them always suffice.
     *
     * @param data the array
     * @param offset the index of the connection's first byte
     * @param length how many there are so far
     * @param covers what is accepted beside the framings
     */
    public static Detection detect(byte[] data, int offset, int length, Set<Cover> covers) {
        boolean possible = false;
        for (Framing framing : Framing.values()) {
            byte[] tag = framing.tag();
            if (tag.length > 0) {
                int common = common(data, offset, length, tag);
                if (common == tag.length) {
                    return new Detection.Found(framing, tag.length);
                }
                possible |= common == length;
            }
        }
        for (Beginning beginning : BEGINNINGS) {
            int common = common(data, offset, length, beginning.bytes);
            if (common == beginning.bytes.length) {
                return covered(beginning.cover, covers);
            }
            possible |= common == length;
        }
        if (possible || length < LONGEST_BEGINNING) {
            return new Detection.NeedMore();
        }
        // the number of the first frame
        if (Bytes.readInt(data, offset + 4) == 0) {
            return new Detection.Found(Framing.FULL, 0);
        }
        return covered(Cover.OBFUSCATION, covers);
    }

    private static Detection covered(Cover cover, Set<Cover> covers) {
        return covers.contains(cover) ? new Detection.Covered(cover) : new Detection.Refused();
    }

    private static int common(byte[] data, int offset, int length, byte[] beginning) {
        int common = 0;
        while (common < beginning.length && common < length && data[offset + common] == beginning[common]) {
            common++;
        }
        return common;
    }
}
