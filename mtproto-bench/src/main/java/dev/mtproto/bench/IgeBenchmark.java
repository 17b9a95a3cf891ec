package dev.mtproto.bench;

import dev.mtproto.crypto.AesIge;
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

/** AES-256-IGE in place, with a new key for each call, as every message has its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IgeBenchmark {

    /** The length of the text, in bytes. */
    @Param({"64", "1024", "65536", "1048576"})
    public int size;

    private AesIge ige;
    private final byte[] key = new byte[32];
    private final byte[] iv = new byte[32];
    private byte[] data = new byte[0];
    private int calls;

    /** Makes the cipher. */
    @Setup
    public void prepare(Backend backend) {
        ige = backend.crypto.newAesIge();
        data = new byte[size];
    }

    private void newKey() {
        calls++;
        key[0] = (byte) calls;
        key[1] = (byte) (calls >> 8);
    }

    /** Encrypts. */
    @Benchmark
    public byte[] encrypt() {
        newKey();
        ige.encrypt(key, iv, data, 0, size);
        return data;
    }

    /** Decrypts. */
    @Benchmark
    public byte[] decrypt() {
        newKey();
        ige.decrypt(key, iv, data, 0, size);
        return data;
    }
}
