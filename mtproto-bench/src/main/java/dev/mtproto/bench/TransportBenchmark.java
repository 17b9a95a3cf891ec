package dev.mtproto.bench;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
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
 * From a packet to the bytes on a socket and back, without the socket. What {@link #there} takes beyond {@link #send} is the
 * receiving side, which reads pieces of 16 KiB. With {@code -prof gc} it shows what a packet allocates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TransportBenchmark {

    /** What stands around the packets; the framing is intermediate where there is a choice and none is named. */
    @Param({
        "abridged",
        "intermediate",
        "padded_intermediate",
        "full",
        "obfuscated_intermediate",
        "faketls_padded_intermediate",
        "websocket_intermediate",
        "http"
    })
    public String transport = "";

    /** Which side sends. */
    @Param({"CLIENT", "SERVER"})
    public Role sender = Role.CLIENT;

    /** The length of the packet, in bytes: 24 and a multiple of 16. */
    @Param({"1048", "1048600"})
    public int size;

    private final PacketBuffer packet = new PacketBuffer();
    private Wires wires = Wires.NONE;

    /** Makes both ends of a connection. */
    @Setup
    public void connect(Backend backend) {
        wires = Wires.of(transport, sender, backend.crypto);
    }

    /** Makes the bytes for the socket. */
    @Benchmark
    public long send() {
        packet.reset(size);
        packet.array()[packet.offset()] = 1; // the id of a key, of which the first byte differs from 0
        return wires.send(packet);
    }

    /** Makes the bytes for the socket, and takes the packet from them on the other side. */
    @Benchmark
    public long there() {
        packet.reset(size);
        packet.array()[packet.offset()] = 1;
        return wires.there(packet);
    }
}
