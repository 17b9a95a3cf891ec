package dev.mtproto.testkit;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One direction of a bad network. */
final class FaultyLane implements Runnable, FrameHandler {

    /** A packet that waits to be overtaken goes on when none comes for so long. */
    private static final Duration LONELY = Duration.ofMillis(50);

    /** A packet that is held back. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Held(byte[] packet, boolean quickAck) {}

    private final FramedSocket from;
    private final FramedSocket to;
    private final Supplier<Faults> faults;
    private final AtomicLong injected;
    private final Random random;
    private final Runnable hangUp;
    private final PacketBuffer out = new PacketBuffer();
    private @Nullable Held held;

    FaultyLane(
            FramedSocket from,
            FramedSocket to,
            Supplier<Faults> faults,
            AtomicLong injected,
            Random random,
            Runnable hangUp) {
        this.from = from;
        this.to = to;
        this.faults = faults;
        this.injected = injected;
        this.random = random;
        this.hangUp = hangUp;
    }

    @Override
    public void run() {
        try {
            FramedSocket.Received received = FramedSocket.Received.BYTES;
            while (received != FramedSocket.Received.END) {
                received = from.receive(this, held == null ? Duration.ZERO : LONELY);
                if (received == FramedSocket.Received.NOTHING) {
                    release();
                }
            }
        } catch (MtprotoException | InterruptedLane e) {
            // the connection ends here, whoever ended it
        } finally {
            hangUp.run();
        }
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        Faults now = faults.get();
        if (happens(now.cut())) {
            throw new InterruptedLane();
        }
        byte[] packet = Arrays.copyOfRange(array, offset, offset + length);
        if (happens(now.delay())) {
            pause(now.longestDelay());
        }
        if (happens(now.corrupt())) {
            packet[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (held == null && happens(now.reorder())) {
            held = new Held(packet, wantsQuickAck);
            return;
        }
        send(packet, wantsQuickAck);
        if (happens(now.duplicate())) {
            send(packet, wantsQuickAck);
        }
        release();
    }

    @Override
    public void quickAck(int token) {
        to.sendQuickAck(token);
    }

    @Override
    public void error(int code) {
        to.sendError(code);
    }

    private void release() {
        Held late = held;
        if (late != null) {
            held = null;
            send(late.packet(), late.quickAck());
        }
    }

    private void send(byte[] packet, boolean quickAck) {
        out.reset(packet.length);
        System.arraycopy(packet, 0, out.array(), out.offset(), packet.length);
        to.send(out, quickAck);
    }

    private boolean happens(double share) {
        boolean hit = share > 0 && random.nextDouble() < share;
        if (hit) {
            injected.incrementAndGet();
        }
        return hit;
    }

    private void pause(Duration longest) {
        try {
            Thread.sleep(random.nextInt((int) longest.toMillis() + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedLane();
        }
    }

    /** Ends a lane in the middle of a packet. */
    private static final class InterruptedLane extends RuntimeException {

        private static final long serialVersionUID = 1;

        InterruptedLane() {
            super("cut", null, false, false);
        }
    }
}
