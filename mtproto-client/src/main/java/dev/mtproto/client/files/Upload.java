package dev.mtproto.client.files;

import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;

/** One upload: reads parts one behind the other, and waits for the oldest answer once enough of them are on their way. */
final class Upload {

    private record Sent(int part, long end, CompletableFuture<Boolean> answer) {}

    private final Attempts attempts;
    private final TransferOptions options;
    private final TransferListener listener;
    private final Deque<Sent> sent = new ArrayDeque<>();

    Upload(Attempts attempts, TransferOptions options, TransferListener listener) {
        this.attempts = attempts;
        this.options = options;
        this.listener = listener;
    }

    void run(long fileId, ReadableByteChannel source, long size, IntPredicate isStored)
            throws IOException, InterruptedException {
        try {
            long end = 0;
            for (int part = 0; part == 0 || end < size; part++) {
                if (sent.size() == options.partsInFlight()) {
                    finish(sent.element());
                }
                int length = (int) Math.min(options.uploadPart(), size - end);
                byte[] bytes = read(source, length);
                end += length;
                if (!isStored.test(part)) {
                    UploadSaveFilePart query = new UploadSaveFilePart(fileId, part, TlBytes.wrap(bytes));
                    sent.add(new Sent(part, end, attempts.call(query)));
                } else if (sent.isEmpty()) {
                    listener.progress(end);
                }
            }
            while (!sent.isEmpty()) {
                finish(sent.element());
            }
        } finally {
            for (Sent left : sent) {
                if (Answers.isThere(left.answer()) && left.answer().join()) {
                    listener.stored(left.part());
                }
            }
        }
    }

    private void finish(Sent oldest) throws IOException, InterruptedException {
        if (!Answers.await(oldest.answer())) {
            throw new IOException("the server did not store part " + oldest.part());
        }
        sent.remove();
        listener.stored(oldest.part());
        listener.progress(oldest.end());
    }

    private static byte[] read(ReadableByteChannel source, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (source.read(buffer) < 0) {
                throw new EOFException("the source ends before the size that was named");
            }
        }
        return buffer.array();
    }
}
