package dev.mtproto.transport.websocket;

import dev.mtproto.api.Role;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.support.Bytes;

/** Writes WebSocket messages of one frame each; those of a client masked. */
final class FrameWriter {

    private static final int MASK = 4;

    private final boolean masked;
    private final RandomSource random;
    private final byte[] frame;
    private final int most;

    FrameWriter(Role role, RandomSource random, int most) {
        this.masked = role == Role.CLIENT;
        this.random = random;
        this.most = most;
        this.frame = new byte[FrameHead.LONGEST + most];
    }

    void write(int opcode, byte[] data, int offset, int length, ByteSink below) {
        int done = 0;
        do {
            int count = Math.min(most, length - done);
            int head = FrameHead.write(frame, opcode, count, masked);
            System.arraycopy(data, offset + done, frame, head, count);
            if (masked) {
                random.nextBytes(frame, head - MASK, MASK);
                Mask.apply(frame, head, count, Bytes.readInt(frame, head - MASK), 0);
            }
            below.accept(frame, 0, head + count);
            done += count;
        } while (done < length);
    }
}
