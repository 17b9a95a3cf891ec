package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.RpcException;
import dev.mtproto.api.UnansweredException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.InputDocumentFileLocation;
import dev.mtproto.tl.api.StorageFileUnknown;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UploadFile;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadSaveFilePart;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.InvokeWithLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls and their results. */
@Timeout(60)
class CallTests {

    private static final byte[] ZEROS = new byte[200_000];

    private final Setup.Names names = new Setup.Names();
    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void connect() {
        server = Setup.server().handler(CallTests::answer).start();
        client = Setup.client(server).listener(names).connect();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static Optional<RpcReply> answer(RpcCall call) {
        if (call.function() instanceof UploadSaveFilePart part) {
            return Optional.of(RpcReply.of(part.filePart() % 3 == 0));
        }
        if (call.function() instanceof UploadGetFile file) {
            byte[] content = ZEROS;
            if (file.offset() != 0) {
                content = new byte[file.limit()];
                new Random(file.offset()).nextBytes(content);
            }
            return Optional.of(RpcReply.of(new UploadFile(new StorageFileUnknown(), 0, TlBytes.of(content))));
        }
        if (call.function() instanceof UpdatesGetState) {
            throw new RpcException(420, "FLOOD_WAIT_3");
        }
        return Optional.empty();
    }

    @Test
    void manyCallsAtATimeGetEachItsOwnResult() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<CompletableFuture<Boolean>>>> started = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                int first = caller * 50;
                started.add(callers.submit(() -> save(first, 50)));
            }
            for (int caller = 0; caller < 8; caller++) {
                List<CompletableFuture<Boolean>> results = Setup.get(started.get(caller));
                for (int i = 0; i < results.size(); i++) {
                    assertEquals((caller * 50 + i) % 3 == 0, Setup.get(results.get(i)));
                }
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private List<CompletableFuture<Boolean>> save(int first, int count) {
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        for (int part = first; part < first + count; part++) {
            results.add(client.invoke(new UploadSaveFilePart(1, part, TlBytes.of(new byte[part]))));
        }
        return results;
    }

    @Test
    void aPackedResultIsUnpacked() throws InterruptedException {
        UploadFile file = Setup.get(client.invoke(get(0, 0)));
        assertArrayEquals(ZEROS, file.bytes().toByteArray());
        assertTrue(names.names.contains("rpc_result(gzip_packed)"), names.names.toString());
    }

    @Test
    void aLongResultArrivesWhole() throws InterruptedException {
        int length = 1 << 20;
        byte[] expected = new byte[length];
        new Random(7).nextBytes(expected);
        assertArrayEquals(
                expected, Setup.get(client.invoke(get(7, length))).bytes().toByteArray());
    }

    private static UploadGetFile get(long offset, int limit) {
        InputDocumentFileLocation location = new InputDocumentFileLocation(1, 0, TlBytes.EMPTY, "");
        return new UploadGetFile(false, false, location, offset, limit);
    }

    @Test
    void aRefusalIsTyped() throws InterruptedException {
        RpcException e = assertInstanceOf(RpcException.class, Setup.failure(client.invoke(new UpdatesGetState())));
        assertEquals(420, e.code());
        assertEquals("FLOOD_WAIT", e.type());
        assertEquals(3, e.argument().orElseThrow());
    }

    @Test
    void anUnknownMethodIsNamedWithItsLayer() throws InterruptedException {
        Throwable failure = Setup.failure(client.invoke(new InvokeWithLayer<>(99, new UnknownFunction())));
        RpcException e = assertInstanceOf(RpcException.class, failure);
        assertEquals(400, e.code());
        assertTrue(String.valueOf(e.getMessage()).contains("INPUT_METHOD_INVALID_3735928559_99"), e.getMessage());
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
    }

    @Test
    void answersWithoutRpcResultFindTheirCall() throws InterruptedException {
        assertTrue(Setup.get(client.invoke(new GetFutureSalts(1))).salts().size() >= 2);
    }

    @Test
    void aFunctionTooLongToBeSentFailsAlone() throws InterruptedException {
        byte[] noise = new byte[1_100_000];
        new Random(8).nextBytes(noise);
        TlBytes tooLong = TlBytes.of(noise);
        Throwable failure = Setup.failure(client.invoke(new UploadSaveFilePart(1, 0, tooLong)));
        assertEquals(
                UnansweredException.Delivery.NEVER_SENT,
                assertInstanceOf(UnansweredException.class, failure).delivery());
        assertEquals(true, Setup.get(client.invoke(new UploadSaveFilePart(1, 0, TlBytes.EMPTY))));
    }
}
