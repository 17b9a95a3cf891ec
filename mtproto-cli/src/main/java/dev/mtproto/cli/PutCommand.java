package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.client.files.TransferListener;
import dev.mtproto.client.files.TransferOptions;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.tl.schema.HelpGetConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "put",
        description = {
            "Sends a file to a server, by upload.saveFilePart with many parts in flight, and tells its id and its SHA-256.",
            "A connection that breaks is made anew. If the command is stopped, the same command goes on with what is missing: "
                    + "until the end, FILE.upload holds what the server has."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PutCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What is sent.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final TransferFlags flags = new TransferFlags();

    @Override
    public Integer call() throws InterruptedException {
        TransferOptions options = flags.options();
        Path statePath = Path.of(file + ".upload");
        try (ServerOptions.Target server = flags.target();
                FileChannel source = FileChannel.open(file)) {
            long size = source.size();
            List<String> what = List.of(
                    ServeCommand.text(server.address()),
                    "size " + size,
                    "modified " + Files.getLastModifiedTime(file).toMillis(),
                    "part " + options.uploadPart());
            long freshId = ByteBuffer.wrap(server.crypto().random().nextBytes(Long.BYTES))
                    .getLong();
            try (UploadState state = UploadState.open(statePath, what, freshId);
                    MtprotoClient client = server.client().connect()) {
                ClientJob.await(client, ClientJob.firstCall(new HelpGetConfig()), "help.getConfig");
                flags.show(send(client, server.crypto(), options, source, size, state));
            }
        } catch (MtprotoException e) {
            throw TransferFlags.broken(e);
        } catch (IOException e) {
            throw new Failure("cannot send " + file + ": " + Reasons.of(e));
        }
        return 0;
    }

    private TransferResult send(
            MtprotoClient client,
            Crypto crypto,
            TransferOptions options,
            FileChannel source,
            long size,
            UploadState state)
            throws IOException, InterruptedException {
        ProgressBar bar = flags.progress();
        bar.total(size);
        Digest digest = crypto.newSha256();
        long there = Math.min(size, (long) state.storedParts() * options.uploadPart());
        long start = System.nanoTime();
        Duration cpu = CpuTime.now();
        FileTransfer.over(client, options)
                .put(state.id(), new HashedSource(source, digest), size, state::isStored, new TransferListener() {
                    @Override
                    public void stored(int part) {
                        state.stored(part);
                    }

                    @Override
                    public void progress(long bytes) {
                        bar.show(bytes);
                    }
                });
        bar.end();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Duration spent = CpuTime.since(cpu);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        // whether it is right or not, there is nothing to go on with
        state.delete();
        boolean compared = ServerHash.matches(ServerHash.ask(client, state.id()), size, sha256);
        return new TransferResult(state.id(), sha256, size, size - there, time, spent, compared, client.crypto());
    }
}
