package dev.mtproto.bench;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.MessageCipher;
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

/** Sealing and opening whole messages: msg_key, derivation, AES-256-IGE. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MessageBenchmark {

    /** The length of the plaintext with its padding, in bytes. */
    @Param({"64", "1024", "65536", "1048576"})
    public int size;

    private MessageCipher client;
    private MessageCipher server;
    private byte[] packet = new byte[0];
    private byte[] sealed = new byte[0];

    /** Makes the ciphers of both sides, and a sealed packet. */
    @Setup
    public void prepare(Backend backend) {
        AuthKey key = AuthKey.permanent(backend.crypto.random().nextBytes(AuthKey.LENGTH), new AuthKeyId(1));
        client = backend.crypto.newMessageCipher(key, Role.CLIENT);
        server = backend.crypto.newMessageCipher(key, Role.SERVER);
        packet = new byte[MessageCipher.HEADER + size];
        client.seal(packet, 0, size);
        sealed = packet.clone();
    }

    /** Seals. */
    @Benchmark
    public byte[] seal() {
        client.seal(packet, 0, size);
        return packet;
    }

    /** Opens a copy of a sealed packet; the copy is part of the time. */
    @Benchmark
    public boolean open() {
        System.arraycopy(sealed, 0, packet, 0, sealed.length);
        return server.open(packet, 0, size);
    }
}
