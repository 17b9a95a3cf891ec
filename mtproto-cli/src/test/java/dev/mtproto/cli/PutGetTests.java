package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadGetFileHashes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PutGetTests {

    private static final int PART = 512 << 10;
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    private final List<Integer> saved = new CopyOnWriteArrayList<>();
    private final List<Long> fetched = new CopyOnWriteArrayList<>();
    private volatile int refusedPart = -1;
    private volatile boolean knowsHashes = true;
    private EmbeddedDataCenter server;
    private Path key;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedDataCenter.builder().handler(this::handle).start();
        key = folder.resolve("server.pem");
        Files.writeString(key, server.publicKeyPem());
        file = folder.resolve("file");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Optional<RpcReply> handle(RpcCall call) {
        if (call.function() instanceof UploadSaveFilePart part) {
            if (part.filePart() == refusedPart) {
                throw new dev.mtproto.api.RpcException(400, "FILE_PARTS_INVALID");
            }
            saved.add(part.filePart());
        } else if (call.function() instanceof UploadGetFile get) {
            fetched.add(get.offset());
        } else if (call.function() instanceof UploadGetFileHashes && !knowsHashes) {
            throw new dev.mtproto.api.RpcException(400, "METHOD_INVALID");
        }
        return Optional.empty();
    }

    private Run run(String... words) {
        String[] args = java.util.Arrays.copyOf(words, words.length + 4);
        args[words.length] = "--server";
        args[words.length + 1] = "127.0.0.1:" + server.address().getPort();
        args[words.length + 2] = "--key";
        args[words.length + 3] = key.toString();
        return Run.of(args);
    }

    private byte[] content(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        Files.write(file, content);
        return content;
    }

    private JsonNode put() throws IOException {
        Run run = run("put", file.toString(), "--json");
        assertEquals(0, run.status(), run.err());
        return run.json().get(0);
    }

    @Test
    void aFileGoesThereAndComesBack() throws IOException {
        byte[] content = content(5 * PART + 3);
        JsonNode put = put();
        assertTrue(put.get("compared_with_server").asBoolean());
        assertEquals(content.length, put.get("transferred").asInt());
        Path back = folder.resolve("back");
        Run get = run(
                "get",
                put.get("id").asText(),
                back.toString(),
                "--sha256",
                put.get("sha256").asText(),
                "--in-flight",
                "2");
        assertEquals(0, get.status(), get.err());
        assertTrue(get.out().contains(put.get("sha256").asText() + ", as the server says"), get.out());
        assertArrayEquals(content, Files.readAllBytes(back));
        assertEquals(3, Files.list(folder).count(), "nothing is left beside the key and the files");
    }

    @Test
    void anEmptyFileHasAHashToo() throws IOException {
        content(0);
        JsonNode put = put();
        assertEquals(EMPTY, put.get("sha256").asText());
        Path back = folder.resolve("back");
        assertEquals(0, run("get", put.get("id").asText(), back.toString()).status());
        assertEquals(0, Files.size(back));
    }

    @Test
    void aStoppedUploadGoesOnWithWhatIsMissing() throws IOException {
        content(20 * PART);
        refusedPart = 12;
        Run broken = run("put", file.toString(), "--in-flight", "1");
        assertEquals(1, broken.status());
        assertTrue(broken.err().contains("FILE_PARTS_INVALID"), broken.err());
        List<Integer> before = List.copyOf(saved);
        assertTrue(Files.exists(folder.resolve("file.upload")));
        refusedPart = -1;
        saved.clear();
        JsonNode put = put();
        assertEquals(20 * PART - 12 * PART, put.get("transferred").asInt());
        assertTrue(put.get("compared_with_server").asBoolean());
        assertFalse(saved.contains(11), "sent again: " + saved + " after " + before);
        assertFalse(Files.exists(folder.resolve("file.upload")));
    }

    @Test
    void anotherFileOrServerStartsAnew() throws IOException {
        content(4 * PART);
        refusedPart = 3;
        assertEquals(1, run("put", file.toString(), "--in-flight", "1").status());
        refusedPart = -1;
        content(3 * PART);
        assertEquals(3 * PART, put().get("transferred").asInt());
    }

    @Test
    void aStateThatWasCutIsReadUpToItsLastWholeLine() throws IOException {
        content(20 * PART);
        refusedPart = 13;
        assertEquals(1, run("put", file.toString(), "--in-flight", "1").status());
        refusedPart = -1;
        Path state = folder.resolve("file.upload");
        String text = Files.readString(state);
        assertTrue(text.endsWith("\n12\n"), text);
        Files.writeString(state, text.substring(0, text.length() - 2));
        saved.clear();
        assertEquals(8 * PART, put().get("transferred").asInt());
        assertEquals(
                List.of(12, 13, 14, 15, 16, 17, 18, 19), saved.stream().sorted().toList());
    }

    @Test
    void aStoppedDownloadGoesOnFromWhatIsThere() throws IOException {
        byte[] content = content(9 * PART);
        String id = put().get("id").asText();
        Path back = folder.resolve("back");
        Path part = folder.resolve("back." + id + ".part");
        Files.write(part, java.util.Arrays.copyOf(content, 5 * PART + 11));
        Run get = run("get", id, back.toString(), "--json");
        assertEquals(0, get.status(), get.err());
        assertEquals(4 * PART - 11, get.json().get(0).get("transferred").asInt());
        assertArrayEquals(content, Files.readAllBytes(back));
        assertTrue(fetched.stream().allMatch(offset -> offset >= 4 * PART), fetched.toString());
    }

    @Test
    void aWrongHashIsAFailureThatLeavesNothing() throws IOException {
        byte[] content = content(PART);
        String id = put().get("id").asText();
        Path back = folder.resolve("back");
        fails("not " + EMPTY, "get", id, back.toString(), "--sha256", EMPTY);
        content[0]++;
        Path part = folder.resolve("back." + id + ".part");
        Files.write(part, java.util.Arrays.copyOf(content, 11));
        fails("the server says SHA-256", "get", id, back.toString());
        assertFalse(Files.exists(back));
        assertFalse(Files.exists(part));
    }

    @Test
    void aServerThatKnowsNoHashesIsNotCompared() throws IOException {
        knowsHashes = false;
        content(10);
        assertFalse(put().get("compared_with_server").asBoolean());
    }

    @Test
    void whatIsNotThereIsNamed() {
        fails("there is no " + file, "put", file.toString());
        fails("FILE_ID_INVALID", "get", "1", file.toString());
        fails("there is no", "get", "1", folder.resolve("none").resolve("file").toString());
    }

    private void fails(String reason, String... args) {
        Run run = run(args);
        assertEquals(1, run.status(), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(reason) && !run.err().contains("internal error"), run.err());
    }
}
