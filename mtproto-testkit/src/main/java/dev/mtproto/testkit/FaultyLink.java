package dev.mtproto.testkit;

import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.DialOptions;
import dev.mtproto.transport.socket.FramedSocket;
import dev.mtproto.transport.socket.ServerTransports;
import dev.mtproto.transport.socket.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad network in front of a server: takes connections in a framing without obfuscation, hands the packets on, and does to
 * some of them what {@link Faults} say. Safe for use by several threads.
 */
public final class FaultyLink implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final InetSocketAddress target;
    private final LoopbackListener listener;
    private final ServerTransports transports;
    private final DialOptions dialling;
    private final Random seeds;
    private final AtomicLong injected = new AtomicLong();
    private volatile Faults faults;

    private FaultyLink(InetSocketAddress target, Crypto crypto, Faults faults, long seed) {
        this.target = target;
        this.faults = faults;
        this.seeds = new Random(seed);
        InstantSource clock = InstantSource.system();
        transports = new ServerTransports(List.of(), dc -> true, crypto, clock, CONNECT, Framing.DEFAULT_LIMIT);
        dialling = new DialOptions(2, crypto, clock, CONNECT, Framing.DEFAULT_LIMIT);
        listener = LoopbackListener.open("mtproto-faulty", this::join);
    }

    /**
     * Opens a link on a free loopback port.
     *
     * @param target the server behind it
     * @param crypto draws what the transports need
     * @param faults what happens on it
     * @param seed makes what happens to the packets of a connection the same again, as far as their order is
     * @throws UncheckedIOException if there is no port
     */
    public static FaultyLink open(InetSocketAddress target, Crypto crypto, Faults faults, long seed) {
        return new FaultyLink(target, crypto, faults, seed);
    }

    /** Returns where clients connect to. */
    public InetSocketAddress address() {
        return listener.address();
    }

    /** Sets what happens from now on. */
    public void faults(Faults next) {
        faults = next;
    }

    /** Returns how many faults there were. */
    public long injected() {
        return injected.get();
    }

    /** Takes no more connections; those that there are live on until their ends close them. */
    @Override
    public void close() {
        listener.close();
    }

    private void join(Socket socket) {
        try {
            FramedSocket client = FramedSocket.accept(socket, transports);
            try {
                Transport transport = Transport.of(client.framing().orElse(Framing.ABRIDGED));
                FramedSocket server = FramedSocket.connect(target, transport, dialling);
                Runnable hangUp = () -> {
                    client.close();
                    server.close();
                };
                FaultyLane there = new FaultyLane(client, server, () -> faults, injected, nextRandom(), hangUp);
                FaultyLane back = new FaultyLane(server, client, () -> faults, injected, nextRandom(), hangUp);
                ConnectionThreads.start("mtproto-faulty-back", back);
                there.run();
            } catch (TransportException e) {
                client.close();
            }
        } catch (TransportException e) {
            // the client said nothing that can be handed on
        }
    }

    private Random nextRandom() {
        synchronized (seeds) {
            return new Random(seeds.nextLong());
        }
    }
}
