package dev.mtproto.client.files;

import dev.mtproto.tl.api.InputDocumentFileLocation;
import dev.mtproto.tl.api.UploadFile;
import dev.mtproto.tl.api.UploadGetFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** One download: asks for parts ahead, and writes them one behind the other. */
final class Download {

    private final Attempts attempts;
    private final TransferOptions options;
    private final TransferListener listener;
    private final Deque<CompletableFuture<UploadFile>> asked = new ArrayDeque<>();

    Download(Attempts attempts, TransferOptions options, TransferListener listener) {
        this.attempts = attempts;
        this.options = options;
        this.listener = listener;
    }

    long run(InputDocumentFileLocation location, WritableByteChannel target, long from)
            throws IOException, InterruptedException {
        int limit = options.downloadPart();
        // with the last byte that is there, so that a shorter file shows
        long next = Math.max(0, from - 1) / limit * limit;
        long written = from;
        int skipped = (int) (from - next);
        while (true) {
            while (asked.size() < options.partsInFlight()) {
                asked.add(attempts.call(new UploadGetFile(false, false, location, next, limit)));
                next += limit;
            }
            ByteBuffer bytes = Answers.await(asked.remove()).bytes().asByteBuffer();
            int length = bytes.remaining();
            if (length > limit || length < skipped) {
                throw new IOException("the server gave " + length + " bytes of a part of " + limit
                        + (length < skipped ? ": the file is shorter than what is there of it" : ""));
            }
            bytes.position(skipped);
            skipped = 0;
            written += bytes.remaining();
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
            listener.progress(written);
            if (length < limit) {
                return written;
            }
        }
    }
}
