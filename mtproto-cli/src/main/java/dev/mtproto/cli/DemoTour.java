package dev.mtproto.cli;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.InputDocumentFileLocation;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadSaveFilePart;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.NearestDc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the demo shows beyond the first calls: a packed result, a change of salts, a broken connection, a container. */
final class DemoTour {

    private static final int CALLS = 3;
    private static final int FILE = 1;
    private static final int LENGTH = 16 << 10;

    private final EmbeddedDataCenter server;
    private final Output output;

    DemoTour(EmbeddedDataCenter server, Output output) {
        this.server = server;
        this.output = output;
    }

    void run(MtprotoClient client) {
        packedResult(client);
        newSalt(client);
        brokenConnection(client);
    }

    private void packedResult(MtprotoClient client) {
        output.note("a file of " + LENGTH + " bytes that gzip makes smaller, there and back");
        byte[] text = "Call me Ishmael. ".repeat(LENGTH).substring(0, LENGTH).getBytes(StandardCharsets.US_ASCII);
        ClientJob.await(client, new UploadSaveFilePart(FILE, 0, TlBytes.of(text)), "upload.saveFilePart");
        InputDocumentFileLocation place = new InputDocumentFileLocation(FILE, 0, TlBytes.EMPTY, "");
        TlBytes back = ClientJob.await(client, new UploadGetFile(false, false, place, 0, LENGTH), "upload.getFile")
                .bytes();
        if (!back.equals(TlBytes.of(text))) {
            throw new Failure("the file came back altered");
        }
    }

    private void newSalt(MtprotoClient client) {
        output.note("the server changes its salts");
        server.rotateSalts();
        ClientJob.await(client, new HelpGetNearestDc(), "help.getNearestDc");
    }

    private void brokenConnection(MtprotoClient client) {
        output.note("the server closes the connection; " + CALLS + " calls are made all the same");
        server.closeConnections();
        List<CompletableFuture<NearestDc>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(client.invoke(new HelpGetNearestDc()));
        }
        for (CompletableFuture<NearestDc> call : calls) {
            ClientJob.await(call, "help.getNearestDc");
        }
    }
}
