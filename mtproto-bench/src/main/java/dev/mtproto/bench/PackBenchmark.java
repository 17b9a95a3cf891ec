package dev.mtproto.bench;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.session.message.EncryptedSession;
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
 * From a body to a packet. With {@code -prof gc} it shows what a message allocates: what {@link MessageBenchmark#seal} shows is
 * the crypto provider's, the rest the session's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PackBenchmark {

    /** The length of the body, in bytes. */
    @Param({"64", "1024", "65536", "1048576"})
    public int size;

    private EncryptedSession session;
    private byte[] body = new byte[0];
    private final PacketBuffer out = new PacketBuffer();

    /** Makes a session and a body. */
    @Setup
    public void prepare(Backend backend) {
        AuthKey key = AuthKey.permanent(backend.crypto.random().nextBytes(AuthKey.LENGTH), new AuthKeyId(1));
        session = EncryptedSession.builder(backend.crypto, key, Role.CLIENT)
                .limits(UnpackBenchmark.LIMITS)
                .build();
        body = UnpackBenchmark.body(size);
    }

    /** Packs. */
    @Benchmark
    public PacketBuffer pack() {
        session.pack(body, 0, size, true, out);
        return out;
    }
}
