package dev.mtproto.transport;

/**
 * Tells by the first bytes of a connection which framing a client speaks. Without state: it is asked again with all bytes
 * whenever more have arrived.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports">MTProto transports</a>
 */
public final class TransportDetector {

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

        /** No framing that is known here: the connection is closed without an answer. */
        record Refused() implements Detection {}
    }

    private TransportDetector() {}

    /**
     * Looks at the first bytes of a connection.
     *
     * @param data the array
     * @param offset the index of the connection's first byte
     * @param length how many there are so far
     */
    public static Detection detect(byte[] data, int offset, int length) {
        boolean possible = false;
        for (Framing framing : Framing.values()) {
            byte[] tag = framing.tag();
            int common = 0;
            while (common < tag.length && common < length && data[offset + common] == tag[common]) {
                common++;
            }
            if (common == tag.length) {
                return new Detection.Found(framing, tag.length);
            }
            possible |= common == length;
        }
        return possible ? new Detection.NeedMore() : new Detection.Refused();
    }
}
