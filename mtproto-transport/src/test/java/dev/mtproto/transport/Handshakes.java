package dev.mtproto.transport;

import java.util.Arrays;
import java.util.List;

/** Runs a handshake over bytes that come in pieces. */
public final class Handshakes {

    /** What it sent in total, and how many bytes it consumed; fewer than all if it was done before. */
    public record Outcome(String sent, int consumed, boolean done) {}

    private Handshakes() {}

    /** Feeds bytes in pieces of the given lengths, over and over, until the handshake is done. */
    public static Outcome run(Handshake handshake, byte[] received, List<Integer> pieces) {
        Sent sent = new Sent();
        accept(sent, handshake.start());
        int position = 0;
        int end = 0;
        for (int i = 0; end < received.length; i++) {
            end = Math.min(received.length, end + pieces.get(i % pieces.size()));
            while (position < end) {
                byte[] piece = Arrays.copyOfRange(received, position, end);
                Handshake.Step step = handshake.receive(piece, 0, piece.length);
                accept(sent, step.toSend());
                position += step.consumed();
                if (step.isDone()) {
                    return new Outcome(sent.hex(), position, true);
                }
            }
        }
        return new Outcome(sent.hex(), position, false);
    }

    private static void accept(Sent sent, byte[] bytes) {
        sent.accept(bytes, 0, bytes.length);
    }
}
