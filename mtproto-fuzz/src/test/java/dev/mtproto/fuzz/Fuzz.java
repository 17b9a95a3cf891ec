package dev.mtproto.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Handshake;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What the targets share: a decoder gets bytes in one piece and in pieces, and what comes of it has to be the same. */
final class Fuzz {

    static final Crypto CRYPTO = Cryptos.open();
    private static final int LONGEST_PIECE = 40;

    /** Takes bytes and notes what is in them. */
    interface Decoder {
        void feed(byte[] data, int offset, int length, Noted noted);
    }

    private Fuzz() {}

    static RandomSource random() {
        return new SeededRandom(1);
    }

    /** Feeds bytes, from an index on. */
    static void feed(Supplier<Decoder> decoder, byte[] input, int from) {
        int length = input.length - from;
        Noted whole = new Noted();
        run(whole, () -> decoder.get().feed(Arrays.copyOfRange(input, from, input.length), 0, length, whole));
        Noted split = new Noted();
        Random cuts = new Random(Arrays.hashCode(input));
        run(split, () -> {
            Decoder one = decoder.get();
            for (int position = from; position < input.length; ) {
                int piece = Math.min(input.length - position, 1 + cuts.nextInt(LONGEST_PIECE));
                one.feed(Arrays.copyOfRange(input, position, position + piece), 0, piece, split);
                position += piece;
            }
        });
        assertEquals(whole.all(), split.all());
    }

    /** Runs a handshake, which keeps what it has not consumed for the next time. */
    static Decoder handshake(Handshake handshake) {
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        boolean[] done = {false};
        return (data, offset, length, noted) -> {
            left.write(data, offset, length);
            boolean more = !done[0] && left.size() > 0;
            while (more) {
                byte[] all = left.toByteArray();
                Handshake.Step step = handshake.receive(all, 0, all.length);
                noted.bytes.writeBytes(step.toSend());
                left.reset();
                left.write(all, step.consumed(), all.length - step.consumed());
                done[0] = step.isDone();
                more = !done[0] && step.consumed() > 0 && left.size() > 0;
            }
        };
    }

    private static void run(Noted noted, Runnable work) {
        try {
            work.run();
        } catch (MtprotoException e) {
            noted.lines.add("refused");
        }
    }

    /** What a decoder handed on. */
    static final class Noted implements FrameHandler, ByteSink {

        final List<String> lines = new ArrayList<>();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        List<String> all() {
            List<String> all = new ArrayList<>(lines);
            all.add(HexFormat.of().formatHex(bytes.toByteArray()));
            return all;
        }

        @Override
        public void accept(byte[] data, int offset, int length) {
            bytes.write(data, offset, length);
        }

        @Override
        public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
            lines.add(wantsQuickAck + HexFormat.of().formatHex(array, offset, offset + length));
            Arrays.fill(array, offset, offset + length, (byte) 0x5a); // as decryption in place does
        }

        @Override
        public void quickAck(int token) {
            lines.add("quick ack " + token);
        }

        @Override
        public void error(int code) {
            lines.add("error " + code);
        }

        @Override
        public void noop() {
            lines.add("noop");
        }
    }
}
