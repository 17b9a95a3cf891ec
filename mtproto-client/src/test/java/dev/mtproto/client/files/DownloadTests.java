package dev.mtproto.client.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.tl.api.UploadGetFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DownloadTests {

    private static final int PART = 4096;
    private static final TransferOptions OPTIONS =
            TransferOptions.DEFAULT.withParts(1024, PART).withPartsInFlight(3);

    private final FakeServer server = new FakeServer();
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();

    private void file(int length) {
        server.file = new byte[length];
        new Random(length).nextBytes(server.file);
    }

    private long get(long from) throws IOException, InterruptedException {
        return new FileTransfer(server, OPTIONS, new FakeTimer())
                .get(FileTransfer.location(7), Channels.newChannel(target), from, TransferListener.NONE);
    }

    @Test
    void aFileOfAnyLengthArrivesWhole() throws Exception {
        for (int size : new int[] {0, 1, PART - 1, PART, PART + 1, 7 * PART + 5}) {
            file(size);
            target.reset();
            assertEquals(size, get(0));
            assertArrayEquals(server.file, target.toByteArray());
        }
    }

    @Test
    void itGoesOnFromAnyLength() throws Exception {
        file(5 * PART + 5);
        for (int from : new int[] {1, PART - 1, PART, PART + 1, 5 * PART, 5 * PART + 5}) {
            target.reset();
            server.calls.clear();
            assertEquals(server.file.length, get(from));
            assertArrayEquals(Arrays.copyOfRange(server.file, from, server.file.length), target.toByteArray());
            long first = ((UploadGetFile) server.calls.get(0)).offset();
            assertEquals((from - 1) / PART * PART, first, "asked for no more than the part of the last byte");
        }
    }

    @Test
    void aFileShorterThanWhatIsThereIsAnError() {
        file(2 * PART);
        for (int from : new int[] {2 * PART + 1, 3 * PART, 9 * PART}) {
            assertThrows(IOException.class, () -> get(from), "from " + from);
        }
        assertEquals(0, target.size());
    }

    @Test
    void partsAreWrittenInOrderHoweverTheyCome() throws Exception {
        server.holds = true;
        file(8 * PART);
        FutureTask<Long> download = new FutureTask<>(() -> get(0));
        new Thread(download, "download").start();
        for (int round = 0; round < 3; round++) {
            server.awaitOpen(3);
            assertTrue(target.size() <= 3 * round * PART, "nothing is written before its turn");
            server.answer(2);
            server.answer(1);
            server.answer(0);
        }
        assertEquals(server.file.length, download.get(10, TimeUnit.SECONDS));
        assertArrayEquals(server.file, target.toByteArray());
        assertEquals(3, server.mostOpen);
    }

    @Test
    void aNegativeStartIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> get(-1));
    }
}
