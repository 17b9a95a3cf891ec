package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.RpcException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.client.files.TransferListener;
import dev.mtproto.client.files.TransferOptions;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.FileHash;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadGetFileHashes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files there and back, over real connections. */
@Timeout(120)
class FileTransferTests {

    private static final int PART = 512 << 10;
    private static final TransferOptions OPTIONS = TransferOptions.DEFAULT.withPartsInFlight(4);

    private final List<Integer> saved = new CopyOnWriteArrayList<>();
    private final List<Long> fetched = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile int breakAt = -1;
    private volatile int refuseAt = -1;
    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void connect() {
        server = Setup.server().handler(this::note).start();
        client = Setup.client(server).connect();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** Notes what is asked for, and breaks the connection or refuses once, if that is wanted. */
    private Optional<RpcReply> note(RpcCall call) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            if (call.function() instanceof UploadSaveFilePart query) {
                saved.add(query.filePart());
                disturb(query.filePart());
            } else if (call.function() instanceof UploadGetFile query) {
                fetched.add(query.offset());
                disturb((int) (query.offset() / PART));
            }
            return Optional.empty();
        } finally {
            open.decrementAndGet();
        }
    }

    private void disturb(int part) {
        if (part == breakAt) {
            breakAt = -1;
            server.closeConnections();
        }
        if (part == refuseAt) {
            refuseAt = -1;
            throw new RpcException(400, "FILE_ID_INVALID");
        }
    }

    private static byte[] content(long seed, int length) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }

    private void put(TransferOptions options, long id, byte[] content, List<Integer> stored)
            throws IOException, InterruptedException {
        List<Integer> before = List.copyOf(stored);
        FileTransfer.over(client, options)
                .put(
                        id,
                        Channels.newChannel(new ByteArrayInputStream(content)),
                        content.length,
                        before::contains,
                        new TransferListener() {
                            @Override
                            public void stored(int part) {
                                stored.add(part);
                            }
                        });
    }

    private long get(TransferOptions options, long id, ByteArrayOutputStream target)
            throws IOException, InterruptedException {
        return FileTransfer.over(client, options)
                .get(FileTransfer.location(id), Channels.newChannel(target), target.size(), TransferListener.NONE);
    }

    private void assertHashed(long id, byte[] content) throws InterruptedException {
        List<FileHash> hashes = Setup.get(client.invoke(new UploadGetFileHashes(FileTransfer.location(id), 0)));
        var digest = Setup.CRYPTO.newSha256();
        digest.update(content);
        assertEquals(1, hashes.size());
        assertEquals(content.length, hashes.get(0).limit());
        assertArrayEquals(digest.digest(), hashes.get(0).hash().toByteArray());
    }

    @Test
    void filesOfAnySizeComeBackAsTheyWere() throws Exception {
        long seed = System.nanoTime();
        List<Integer> sizes = new ArrayList<>(List.of(0, 1, PART - 1, PART, PART + 1, 2 * PART, 5 * PART + 17));
        new Random(seed).ints(3, 2, 6 * PART).forEach(sizes::add);
        for (int size : sizes) {
            byte[] content = content(seed + size, size);
            put(OPTIONS, size, content, new ArrayList<>());
            assertHashed(size, content);
            ByteArrayOutputStream back = new ByteArrayOutputStream();
            assertEquals(size, get(OPTIONS, size, back), "seed " + seed);
            assertArrayEquals(content, back.toByteArray(), "seed " + seed + ", size " + size);
        }
    }

    @Test
    void whatCompressesComesBackToo() throws Exception {
        byte[] content = new byte[3 * PART];
        Arrays.fill(content, PART, 2 * PART, (byte) 'x');
        put(OPTIONS, 1, content, new ArrayList<>());
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        get(OPTIONS, 1, back);
        assertArrayEquals(content, back.toByteArray());
    }

    @Test
    void aTransferOutlivesItsConnections() throws Exception {
        byte[] content = content(3, 12 * PART);
        breakAt = 6;
        put(OPTIONS, 4, content, new ArrayList<>());
        assertHashed(4, content);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        breakAt = 8;
        assertEquals(content.length, get(OPTIONS, 4, back));
        assertArrayEquals(content, back.toByteArray());
        assertEquals(-1, breakAt, "the connection was broken");
    }

    @Test
    void anUploadGoesOnWithWhatIsMissing() throws Exception {
        byte[] content = content(1, 12 * PART);
        List<Integer> stored = new ArrayList<>();
        refuseAt = 6;
        assertThrows(RpcException.class, () -> put(OPTIONS, 5, content, stored));
        assertTrue(stored.size() >= 2 && !stored.contains(11), stored.toString());
        List<Integer> before = List.copyOf(stored);
        saved.clear();
        put(OPTIONS, 5, content, stored);
        before.forEach(part -> assertFalse(saved.contains(part), "part " + part + " was sent again"));
        assertEquals(12, stored.stream().distinct().count());
        assertHashed(5, content);
    }

    @Test
    void aDownloadGoesOnFromWhatIsThere() throws Exception {
        byte[] content = content(2, 12 * PART);
        put(OPTIONS, 6, content, new ArrayList<>());
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        TransferOptions options = OPTIONS.withParts(PART, PART);
        refuseAt = 8;
        assertThrows(RpcException.class, () -> get(options, 6, back));
        int there = back.size();
        assertTrue(there >= 4 * PART && there <= 8 * PART, there + " bytes");
        fetched.clear();
        assertEquals(content.length, get(options, 6, back));
        assertArrayEquals(content, back.toByteArray());
        fetched.forEach(offset -> assertTrue(offset >= there - PART, "asked again for " + offset));
    }

    @Test
    void noMoreCallsAreUnderWayThanParts() throws Exception {
        byte[] content = content(4, 10 * PART);
        put(OPTIONS, 8, content, new ArrayList<>());
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        get(OPTIONS, 8, back);
        assertArrayEquals(content, back.toByteArray());
        assertTrue(mostOpen.get() <= 4, mostOpen + " at a time");
    }
}
