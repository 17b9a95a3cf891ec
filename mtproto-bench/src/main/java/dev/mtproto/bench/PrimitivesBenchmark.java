package dev.mtproto.bench;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The primitives beside AES: Diffie-Hellman, random bytes, hashes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PrimitivesBenchmark {

    private static final byte[] GENERATOR = {3};
    private static final byte[] PRIME = Numbers.toBytes(TelegramGroup.PRIME);

    private Crypto crypto;
    private Digest sha256;
    private byte[] exponent = new byte[0];
    private byte[] power = new byte[0];
    private final byte[] target = new byte[32];
    private final byte[] data = new byte[1024];

    /** Draws an exponent. */
    @Setup
    public void prepare(Backend backend) {
        crypto = backend.crypto;
        sha256 = crypto.newSha256();
        exponent = crypto.random().nextBytes(256);
        power = crypto.modPow(GENERATOR, exponent, PRIME);
    }

    /** Raises a number of 2048 bits to a secret power of 2048 bits. */
    @Benchmark
    public byte[] modPow() {
        return crypto.modPow(power, exponent, PRIME);
    }

    /** Draws 16 random bytes. */
    @Benchmark
    public byte[] random16() {
        crypto.random().nextBytes(target, 0, 16);
        return target;
    }

    /** Hashes 1 KiB with SHA-256. */
    @Benchmark
    public byte[] sha256Of1024() {
        sha256.update(data, 0, data.length);
        sha256.digest(target, 0);
        return target;
    }
}
