import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.client.files.TransferListener;
import dev.mtproto.client.files.TransferOptions;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A task of a comparison of speed with our client, for {@code harness/racers.py}: {@code calls}, {@code put} or {@code get}. Does it
 * twice and prints what each time took, without connecting. Run from its source:
 * {@code java --module-path ... Speed.java PORT KEY.pem TRANSPORT TASK COUNT IN_FLIGHT ID PATH}.
 */
public final class Speed {

    private interface Task {
        void run(MtprotoClient client) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[4]);
        int inFlight = Integer.parseInt(args[5]);
        long id = Long.parseLong(args[6]);
        Path path = Path.of(args[7]);
        Task task = switch (args[3]) {
            case "put" -> client -> put(client, inFlight, id, path);
            case "get" -> client -> get(client, inFlight, id, path);
            default -> client -> calls(client, count, inFlight);
        };
        try (MtprotoClient client = MtprotoClient.builder()
                .address(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])))
                .serverKeys(ServerKeys.ofPem(Files.readString(Path.of(args[1]))))
                .transport(Transport.parse(args[2]))
                .crypto(Cryptos.open(CryptoSelection.parse("FASTEST")))
                .connect()) {
            client.invoke(new HelpGetNearestDc()).get();
            measure(task, client);
            measure(task, client);
        }
    }

    private static void measure(Task task, MtprotoClient client) throws Exception {
        Duration before = processorTime();
        long start = System.nanoTime();
        task.run(client);
        long took = System.nanoTime() - start;
        long spent = processorTime().minus(before).toNanos();
        System.out.printf("{\"seconds\": %.6f, \"cpu_seconds\": %.6f}%n", took / 1e9, spent / 1e9);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void calls(MtprotoClient client, int count, int inFlight) throws Exception {
        Semaphore free = new Semaphore(inFlight);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < count && failure.get() == null; i++) {
            free.acquire();
            client.invoke(new HelpGetNearestDc()).whenComplete((answer, thrown) -> {
                failure.compareAndSet(null, thrown);
                free.release();
            });
        }
        free.acquire(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    private static void put(MtprotoClient client, int inFlight, long id, Path path) throws Exception {
        try (FileChannel source = FileChannel.open(path)) {
            transfer(client, inFlight).put(id, source, source.size(), part -> false, TransferListener.NONE);
        }
    }

    private static void get(MtprotoClient client, int inFlight, long id, Path path) throws Exception {
        try (FileChannel target = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            transfer(client, inFlight).get(FileTransfer.location(id), target, 0, TransferListener.NONE);
        }
    }

    private static FileTransfer transfer(MtprotoClient client, int inFlight) {
        return FileTransfer.over(client, TransferOptions.DEFAULT.withPartsInFlight(inFlight));
    }
}
