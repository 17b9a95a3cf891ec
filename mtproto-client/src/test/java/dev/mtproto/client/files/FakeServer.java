package dev.mtproto.client.files;

import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.api.StorageFileUnknown;
import dev.mtproto.tl.api.UploadFile;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Answers the calls of transfers, at once or as a test says. */
final class FakeServer implements Caller {

    /** A call that waits for its answer. */
    record Open(TlFunction<?> function, CompletableFuture<?> answer) {}

    /** What the calls to come fail with, one each. */
    final Deque<RuntimeException> failures = new ArrayDeque<>();

    final List<TlFunction<?>> calls = new ArrayList<>();
    final List<Open> open = new ArrayList<>();
    final TreeMap<Integer, byte[]> parts = new TreeMap<>();
    byte[] file = new byte[0];
    boolean holds;
    boolean closed;
    boolean stores = true;
    int mostOpen;

    @Override
    public synchronized <R> CompletableFuture<R> invoke(TlFunction<R> function) {
        calls.add(function);
        CompletableFuture<R> answer = new CompletableFuture<>();
        RuntimeException failure = failures.poll();
        if (failure != null) {
            answer.completeExceptionally(failure);
            return answer;
        }
        open.add(new Open(function, answer));
        mostOpen = Math.max(mostOpen, open.size());
        if (!holds) {
            answer(open.size() - 1);
        }
        notifyAll();
        return answer;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Waits until so many calls are open. */
    synchronized void awaitOpen(int count) throws InterruptedException {
        while (open.size() < count) {
            wait();
        }
    }

    /** Answers one of the open calls. */
    @SuppressWarnings("unchecked")
    void answer(int index) {
        Open call;
        synchronized (this) {
            call = open.remove(index);
        }
        ((CompletableFuture<Object>) call.answer()).complete(result(call.function()));
    }

    byte[] stored() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    private synchronized Object result(TlFunction<?> function) {
        if (function instanceof UploadSaveFilePart part) {
            parts.put(part.filePart(), part.bytes().toByteArray());
            return stores;
        }
        UploadGetFile get = (UploadGetFile) function;
        int from = (int) Math.min(file.length, get.offset());
        int to = (int) Math.min(file.length, get.offset() + get.limit());
        return new UploadFile(new StorageFileUnknown(), 0, TlBytes.wrap(Arrays.copyOfRange(file, from, to)));
    }
}
