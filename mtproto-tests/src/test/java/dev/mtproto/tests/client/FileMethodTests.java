package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.RpcException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.files.FileStore;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.api.InputDocumentFileLocation;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadGetFileHashes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the data centre says to the methods that transfer files. */
@Timeout(60)
class FileMethodTests {

    private static final int KIB = 1 << 10;

    @TempDir
    Path folder;

    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void start() {
        start(FileStore.inMemory(2, 1 << 20));
    }

    private void start(FileStore store) {
        server = Setup.server().files(store).start();
        client = Setup.client(server).connect();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void save(long id, int part, int length) throws InterruptedException {
        assertEquals(true, Setup.get(client.invoke(part(id, part, length))));
    }

    private static UploadSaveFilePart part(long id, int part, int length) {
        byte[] content = new byte[length];
        java.util.Arrays.fill(content, (byte) (part + 1));
        return new UploadSaveFilePart(id, part, TlBytes.wrap(content));
    }

    private static UploadGetFile get(long id, long offset, int limit) {
        return new UploadGetFile(false, false, FileTransfer.location(id), offset, limit);
    }

    private void refuses(String error, TlFunction<?> query) throws InterruptedException {
        RpcException e = assertInstanceOf(RpcException.class, Setup.failure(client.invoke(query)));
        assertEquals("rpc_error 400 " + error, e.getMessage());
    }

    @Test
    void partsHaveNumbersAndLengths() throws InterruptedException {
        refuses("FILE_PART_INVALID", part(1, -1, 4));
        refuses("FILE_PART_INVALID", part(1, 8000, 4));
        refuses("FILE_PART_TOO_BIG", part(1, 0, 512 * KIB + 1));
        refuses("FILE_PART_EMPTY", part(1, 1, 0));
        refuses("FILE_ID_INVALID", get(1, 0, 4096));
    }

    @Test
    void partsAreOfOneLengthButTheLast() throws InterruptedException {
        save(1, 1, 2048);
        save(1, 3, 1000);
        refuses("FILE_PART_SIZE_CHANGED", part(1, 2, 1024));
        refuses("FILE_PART_SIZE_CHANGED", part(1, 0, 2049));
        refuses("FILE_PART_SIZE_CHANGED", part(1, 3, 2049));
        refuses("FILE_PART_SIZE_CHANGED", part(1, 4, 10));
        refuses("FILE_PART_0_MISSING", get(1, 0, 4096));
        save(1, 0, 2048);
        refuses("FILE_PART_2_MISSING", get(1, 0, 4096));
        refuses("FILE_PART_2_MISSING", new UploadGetFileHashes(FileTransfer.location(1), 0));
        save(1, 2, 2048);
        assertEquals(
                3 * 2048 + 1000 - 4096,
                Setup.get(client.invoke(get(1, 4096, 4096))).bytes().length());
        save(2, 1, 512);
        refuses("FILE_PART_SIZE_CHANGED", part(2, 0, 511));
        save(2, 0, 513);
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT_INVALID,  false, 0,       0",
        "LIMIT_INVALID,  false, 0,       -4096",
        "LIMIT_INVALID,  false, 0,       1024",
        "LIMIT_INVALID,  false, 0,       12288",
        "LIMIT_INVALID,  false, 0,       2097152",
        "OFFSET_INVALID, false, 1,       4096",
        "OFFSET_INVALID, false, -4096,   4096",
        "LIMIT_INVALID,  false, 524288,  1048576",
        "LIMIT_INVALID,  true,  0,       1000",
        "LIMIT_INVALID,  true,  0,       1049600",
        "OFFSET_INVALID, true,  512,     1024",
        "LIMIT_INVALID,  true,  1047552, 2048"
    })
    void piecesFollowTheRules(String error, boolean precise, long offset, int limit) throws InterruptedException {
        save(1, 0, 4);
        refuses(error, new UploadGetFile(precise, false, FileTransfer.location(1), offset, limit));
    }

    @Test
    void anyPieceIsRead() throws InterruptedException {
        save(1, 0, 3072);
        save(1, 1, 3000);
        UploadGetFile piece = new UploadGetFile(true, false, FileTransfer.location(1), 2048, 3072);
        byte[] bytes = Setup.get(client.invoke(piece)).bytes().toByteArray();
        assertEquals(3072, bytes.length);
        assertEquals(1, bytes[1023]);
        assertEquals(2, bytes[1024]);
        assertEquals(0, Setup.get(client.invoke(get(1, 8192, 4096))).bytes().length());
    }

    @Test
    void aLocationHasNothingButAnId() throws InterruptedException {
        save(1, 0, 4);
        for (InputDocumentFileLocation location : new InputDocumentFileLocation[] {
            new InputDocumentFileLocation(1, 5, TlBytes.EMPTY, ""),
            new InputDocumentFileLocation(1, 0, TlBytes.of((byte) 1), ""),
            new InputDocumentFileLocation(1, 0, TlBytes.EMPTY, "m")
        }) {
            refuses("LOCATION_INVALID", new UploadGetFile(false, false, location, 0, 4096));
        }
        refuses("OFFSET_INVALID", new UploadGetFileHashes(FileTransfer.location(1), -1));
    }

    @Test
    void beyondTheLimitsTheOldestFileIsForgotten() throws InterruptedException {
        save(1, 0, 4);
        save(2, 0, 4);
        Setup.get(client.invoke(get(1, 0, 4096)));
        save(3, 0, 4);
        refuses("FILE_ID_INVALID", get(2, 0, 4096));
        for (int part = 0; part < 2; part++) {
            save(4, part, 512 * KIB);
        }
        refuses("FILE_ID_INVALID", get(1, 0, 4096));
        refuses("FILE_ID_INVALID", get(3, 0, 4096));
        refuses("FILE_PARTS_INVALID", part(4, 2, 1));
        save(4, 1, 512 * KIB);
    }

    @Test
    void aFolderKeepsFilesForALaterStore() throws InterruptedException {
        stop();
        start(FileStore.in(folder, 2, 1 << 20));
        save(-1, 0, 1024);
        save(-1, 1, 10);
        save(7, 0, 1);
        stop();
        start(FileStore.in(folder, 2, 1 << 20));
        byte[] bytes = Setup.get(client.invoke(get(-1, 0, 4096))).bytes().toByteArray();
        assertEquals(1034, bytes.length);
        assertArrayEquals(new byte[] {1, 2}, new byte[] {bytes[1023], bytes[1024]});
        save(8, 0, 1);
        refuses("FILE_ID_INVALID", get(7, 0, 4096));
        String[] left = folder.toFile().list();
        assertTrue(left != null && left.length == 3, "what is forgotten is deleted");
    }

    @Test
    void aStoreHasRoomForSomething() {
        assertThrows(IllegalArgumentException.class, () -> FileStore.inMemory(0, 1));
        assertThrows(IllegalArgumentException.class, () -> FileStore.inMemory(1, 0));
    }

    @Test
    void theStateOfTheUpdatesIsTheFirst() throws InterruptedException {
        assertEquals(new UpdatesState(1, 0, 1, 1, 0), Setup.get(client.invoke(new UpdatesGetState())));
    }
}
