package dev.mtproto.bench;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.session.message.SessionLimits;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a packet to its body, all checks included. A session takes a packet once: when the packets made beforehand are used up, a
 * fresh session takes them again, which costs little per packet and shows in {@code -prof gc} as a few bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UnpackBenchmark implements MessageHandler {

    /** Packets longer than proxies take are measured too. */
    static final SessionLimits LIMITS = new SessionLimits(1 << 22, 1024, 1 << 24, 1000);

    private static final int MOST_BYTES = 1 << 26;
    private static final int MOST_PACKETS = 1 << 13;

    /** The length of the body, in bytes. */
    @Param({"64", "1024", "65536", "1048576"})
    public int size;

    private Crypto crypto;
    private AuthKey key;
    private EncryptedSession sender;
    private EncryptedSession receiver;
    private byte[][] packets = new byte[0][];
    private byte[] packet = new byte[0];
    private int next;
    private long received;

    /** Makes the packets. */
    @Setup
    public void prepare(Backend backend) {
        crypto = backend.crypto;
        key = AuthKey.permanent(crypto.random().nextBytes(AuthKey.LENGTH), new AuthKeyId(1));
        sender = EncryptedSession.builder(crypto, key, Role.SERVER)
                .sessionId(new SessionId(1))
                .limits(LIMITS)
                .build();
        receiver = receiver();
        packets = new byte[Math.min(MOST_PACKETS, MOST_BYTES / size)][];
        PacketBuffer out = new PacketBuffer();
        for (int i = 0; i < packets.length; i++) {
            sender.pack(body(size), 0, size, true, out);
            packets[i] = Arrays.copyOfRange(out.array(), out.offset(), out.offset() + out.length());
        }
        packet = new byte[packets[0].length];
    }

    /** Unpacks a copy of a packet; the copy is part of the time. */
    @Benchmark
    public long unpack() {
        if (next == packets.length) {
            receiver.destroy();
            receiver = receiver();
            next = 0;
        }
        System.arraycopy(packets[next++], 0, packet, 0, packet.length);
        receiver.unpack(packet, 0, packet.length, this);
        return received;
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        received += length;
    }

    @Override
    public void refused(Refusal refusal) {
        throw new IllegalStateException(refusal.toString());
    }

    private EncryptedSession receiver() {
        return EncryptedSession.builder(crypto, key, Role.CLIENT)
                .sessionId(sender.sessionId())
                .clock(SessionClock.client(InstantSource.system()))
                .limits(LIMITS)
                .build();
    }

    static byte[] body(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 0x7f);
        return body;
    }
}
