package dev.mtproto.transport;

/**
 * What two sides say before the byte stream proper begins: a proxy's greeting, a fake TLS hello, a WebSocket upgrade. One
 * after the other on the same connection; each leaves to the next the bytes that it does not consume. Bounded in memory
 * whatever is received. Not safe for use by several threads.
 */
public interface Handshake {

    /** What received bytes led to: something to send, perhaps, and whether the handshake is complete. */
    final class Step {

        private static final byte[] NOTHING = {};

        private final byte[] toSend;
        private final int consumed;
        private final boolean done;

        private Step(byte[] toSend, int consumed, boolean done) {
            this.toSend = toSend;
            this.consumed = consumed;
            this.done = done;
        }

        /** More bytes are needed; all that were given are consumed. */
        public static Step needMore(int consumed) {
            return new Step(NOTHING, consumed, false);
        }

        /** Something has to be sent, then the handshake goes on. */
        public static Step reply(byte[] toSend, int consumed) {
            return new Step(toSend, consumed, false);
        }

        /** The handshake is complete. */
        public static Step done(int consumed) {
            return new Step(NOTHING, consumed, true);
        }

        /** The handshake is complete once something is sent. */
        public static Step done(byte[] toSend, int consumed) {
            return new Step(toSend, consumed, true);
        }

        /** Returns what has to be sent, often nothing. */
        public byte[] toSend() {
            return toSend;
        }

        /** Returns how many of the given bytes are done with; those behind them are given again, or belong to what comes next. */
        public int consumed() {
            return consumed;
        }

        /** Tells whether the handshake is complete. */
        public boolean isDone() {
            return done;
        }
    }

    /** Returns what to send before anything is received; no bytes on the side that waits. */
    byte[] start();

    /**
     * Takes received bytes.
     *
     * @param data the array
     * @param offset the index of the first byte
     * @param length how many
     * @throws dev.mtproto.api.TransportException if the peer refuses or breaks a rule; the connection has to be closed
     */
    Step receive(byte[] data, int offset, int length);
}
