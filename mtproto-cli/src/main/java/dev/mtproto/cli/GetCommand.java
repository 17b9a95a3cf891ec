package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.client.files.TransferListener;
import dev.mtproto.client.files.TransferOptions;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.tl.api.FileHash;
import dev.mtproto.tl.schema.HelpGetConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "get",
        description = {
            "Fetches a file from a server, by upload.getFile with many parts in flight, and compares its SHA-256 with what the "
                    + "server says, if it says so, and with --sha256.",
            "A connection that breaks is made anew. If the command is stopped, the same command goes on from what is there: "
                    + "until the end that is in FILE.ID.part."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GetCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", converter = FileId.class, description = "The id that put told.")
    private long id;

    @Parameters(index = "1", paramLabel = "FILE", description = "Receives it; replaced when all of it is there.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--sha256", paramLabel = "HEX", description = "What the file has to have as its SHA-256.")
    private @Nullable String expected;

    @Mixin
    private final TransferFlags flags = new TransferFlags();

    @Override
    public Integer call() throws InterruptedException {
        TransferOptions options = flags.options();
        Path part = Path.of(file + "." + FileId.text(id) + ".part");
        try (ServerOptions.Target server = flags.target();
                MtprotoClient client = server.client().connect()) {
            ClientJob.await(client, ClientJob.firstCall(new HelpGetConfig()), "help.getConfig");
            TransferResult result = fetch(client, server.crypto(), options, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            flags.show(result);
        } catch (MtprotoException e) {
            throw TransferFlags.broken(e);
        } catch (IOException e) {
            throw new Failure("cannot fetch " + file + ": " + Reasons.of(e));
        }
        return 0;
    }

    private TransferResult fetch(MtprotoClient client, Crypto crypto, TransferOptions options, Path part)
            throws IOException, InterruptedException {
        CompletableFuture<List<FileHash>> theirs = ServerHash.ask(client, id);
        ProgressBar bar = flags.progress();
        theirs.thenAccept(
                pieces -> bar.total(pieces.stream().mapToLong(FileHash::limit).sum()));
        Digest digest = crypto.newSha256();
        long there;
        long size;
        long start;
        Duration cpu;
        try (FileChannel target =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            there = hashWhatIsThere(target, digest);
            start = System.nanoTime();
            cpu = CpuTime.now();
            size = FileTransfer.over(client, options)
                    .get(FileTransfer.location(id), new HashedTarget(target, digest), there, new TransferListener() {
                        @Override
                        public void progress(long bytes) {
                            bar.show(bytes);
                        }
                    });
        }
        bar.end();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Duration spent = CpuTime.since(cpu);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        boolean compared;
        try {
            compared = ServerHash.matches(theirs, size, sha256);
            compareWithOption(sha256);
        } catch (Failure e) {
            // nothing can be added to it that would make it right
            Files.delete(part);
            throw e;
        }
        return new TransferResult(id, sha256, size, size - there, time, spent, compared, client.crypto());
    }

    private static long hashWhatIsThere(FileChannel target, Digest digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
        HashedSource source = new HashedSource(target, digest);
        while (source.read(buffer) >= 0) {
            buffer.clear();
        }
        return target.position();
    }

    private void compareWithOption(String sha256) {
        if (expected != null && !expected.toLowerCase(Locale.ROOT).equals(sha256)) {
            throw new Failure("the file has SHA-256 " + sha256 + ", not " + expected);
        }
    }
}
