package dev.mtproto.bench;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.client.files.TransferListener;
import dev.mtproto.client.files.TransferOptions;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.testkit.EmbeddedDataCenter;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Locale;

/**
 * A file each way over loopback, client and data centre in this JVM: megabytes a second, and the CPU seconds of both sides
 * together for a GiB. What is read from is noise in memory, and what is written to takes it and forgets it, so that no disk
 * and no hash of the file counts.
 */
public final class Transfer {

    private static final long GIB = 1 << 30;

    private Transfer() {}

    /** What is transferred one way. */
    private interface Way {
        void run() throws Exception;
    }

    /**
     * Measures.
     *
     * @param args the name of a crypto backend, the MiB of the file, the parts in flight, how often; the last is shown as the
     *     others are, and counts, as it is warm
     */
    public static void main(String[] args) throws Exception {
        Crypto crypto = Cryptos.open(CryptoSelection.parse(args.length > 0 ? args[0] : "jdk"));
        long size = (args.length > 1 ? Long.parseLong(args[1]) : 256) << 20;
        int inFlight = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        System.out.println(crypto.info() + ", Java " + Runtime.version() + ", " + (size >> 20) + " MiB, " + inFlight
                + " parts in flight");
        try (EmbeddedDataCenter server =
                        EmbeddedDataCenter.builder().crypto(crypto).start();
                MtprotoClient client = MtprotoClient.builder()
                        .dataCenter(server.dataCenter())
                        .serverKeys(server.serverKeys())
                        .crypto(crypto)
                        .connect()) {
            FileTransfer files = FileTransfer.over(client, TransferOptions.DEFAULT.withPartsInFlight(inFlight));
            byte[] noise = crypto.random().nextBytes(1 << 20);
            for (int round = 0; round < rounds; round++) {
                measure("put", size, () -> files.put(1, new Noise(noise), size, part -> false, TransferListener.NONE));
                measure(
                        "get",
                        size,
                        () -> files.get(FileTransfer.location(1), new Nowhere(), 0, TransferListener.NONE));
            }
        }
    }

    private static void measure(String name, long size, Way way) throws Exception {
        Duration cpu = cpu();
        long start = System.nanoTime();
        way.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double spent = cpu().minus(cpu).toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT, "%s  %7.1f MB/s  %5.2f CPU s/GiB%n", name, size / 1e6 / seconds, spent * GIB / size);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Gives the same noise again and again. */
    private record Noise(byte[] noise) implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer target) {
            int length = Math.min(noise.length, target.remaining());
            target.put(noise, 0, length);
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Takes everything. */
    private record Nowhere() implements WritableByteChannel {

        @Override
        public int write(ByteBuffer source) {
            int length = source.remaining();
            source.position(source.limit());
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
