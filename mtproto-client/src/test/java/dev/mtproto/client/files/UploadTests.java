package dev.mtproto.client.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.RpcException;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UploadTests {

    private static final int PART = 1024;
    private static final TransferOptions OPTIONS =
            TransferOptions.DEFAULT.withParts(PART, 4096).withPartsInFlight(3);

    private final FakeServer server = new FakeServer();
    private final List<Integer> stored = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();
    private final TransferListener listener = new TransferListener() {
        @Override
        public void stored(int part) {
            stored.add(part);
        }

        @Override
        public void progress(long bytes) {
            progress.add(bytes);
        }
    };

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private void put(byte[] content, long size) throws IOException, InterruptedException {
        new FileTransfer(server, OPTIONS, new FakeTimer())
                .put(7, Channels.newChannel(new ByteArrayInputStream(content)), size, part -> false, listener);
    }

    private FutureTask<Void> start(byte[] content) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            put(content, content.length);
            return null;
        });
        new Thread(task, "upload").start();
        return task;
    }

    @Test
    void aFileIsSentInPartsOfOneLengthButTheLast() throws Exception {
        for (int size : new int[] {1, PART - 1, PART, PART + 1, 5 * PART + 100}) {
            server.parts.clear();
            byte[] content = content(size);
            put(content, size);
            assertArrayEquals(content, server.stored());
            assertEquals((size + PART - 1) / PART, server.parts.size());
            assertEquals(size, progress.get(progress.size() - 1));
        }
    }

    @Test
    void anEmptyFileIsOneEmptyPart() throws Exception {
        put(new byte[0], 0);
        assertEquals(List.of(0), List.copyOf(server.parts.keySet()));
        assertEquals(0, server.stored().length);
    }

    @Test
    void noMorePartsAreReadThanMayBeInFlight() throws Exception {
        server.holds = true;
        byte[] content = content(10 * PART);
        ByteArrayInputStream source = new ByteArrayInputStream(content);
        FutureTask<Void> upload = new FutureTask<>(() -> {
            new FileTransfer(server, OPTIONS, new FakeTimer())
                    .put(7, Channels.newChannel(source), content.length, part -> false, listener);
            return null;
        });
        Thread thread = new Thread(upload, "upload");
        thread.start();
        server.awaitOpen(3);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(7 * PART, source.available());
        for (int left = 10; left > 0; left--) {
            server.awaitOpen(Math.min(3, left));
            server.answer(0);
        }
        upload.get(10, TimeUnit.SECONDS);
        assertEquals(3, server.mostOpen);
        assertArrayEquals(content, server.stored());
    }

    @Test
    void answersMayComeInAnyOrder() throws Exception {
        server.holds = true;
        byte[] content = content(9 * PART);
        FutureTask<Void> upload = start(content);
        for (int round = 0; round < 3; round++) {
            server.awaitOpen(3);
            server.answer(2);
            server.answer(1);
            server.answer(0);
        }
        upload.get(10, TimeUnit.SECONDS);
        assertArrayEquals(content, server.stored());
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), stored);
    }

    @Test
    void whatIsStoredIsNotSentAgain() throws Exception {
        byte[] content = content(4 * PART);
        new FileTransfer(server, OPTIONS, new FakeTimer())
                .put(
                        7,
                        Channels.newChannel(new ByteArrayInputStream(content)),
                        content.length,
                        part -> part % 2 == 0,
                        listener);
        List<Integer> sent = server.calls.stream()
                .map(call -> ((UploadSaveFilePart) call).filePart())
                .toList();
        assertEquals(List.of(1, 3), sent);
        assertEquals(List.of(1, 3), stored);
    }

    @Test
    void afterAFailureAllThatWasStoredIsTold() throws Exception {
        server.holds = true;
        FutureTask<Void> upload = start(content(5 * PART));
        server.awaitOpen(3);
        server.answer(2);
        server.answer(1);
        CompletableFuture<?> first = server.open.get(0).answer();
        first.completeExceptionally(new RpcException(400, "FILE_ID_INVALID"));
        assertFailed(RpcException.class, upload);
        assertEquals(List.of(1, 2), stored);
        assertEquals(3, server.calls.size());
    }

    @Test
    void interruptingCancelsWhatIsUnderWay() throws Exception {
        server.holds = true;
        FutureTask<Void> upload = new FutureTask<>(() -> {
            put(content(5 * PART), 5 * PART);
            return null;
        });
        Thread thread = new Thread(upload, "upload");
        thread.start();
        server.awaitOpen(3);
        thread.interrupt();
        assertFailed(InterruptedException.class, upload);
        for (FakeServer.Open call : server.open) {
            assertTrue(call.answer().isCancelled());
        }
    }

    @Test
    void aServerThatDoesNotStoreIsAnError() {
        server.stores = false;
        IOException e = assertThrows(IOException.class, () -> put(content(10), 10));
        assertTrue(String.valueOf(e.getMessage()).contains("part 0"), e.getMessage());
        assertEquals(List.of(), stored);
    }

    @Test
    void aSourceThatEndsTooEarlyIsAnError() {
        assertThrows(EOFException.class, () -> put(content(PART + 1), 2 * PART));
    }

    @Test
    void wrongSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> put(new byte[0], -1));
        assertThrows(IllegalArgumentException.class, () -> put(new byte[0], Long.MAX_VALUE));
        assertEquals(List.of(), server.calls);
    }

    private static void assertFailed(Class<? extends Throwable> type, FutureTask<Void> task) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> task.get(10, TimeUnit.SECONDS));
        assertInstanceOf(type, e.getCause());
    }
}
