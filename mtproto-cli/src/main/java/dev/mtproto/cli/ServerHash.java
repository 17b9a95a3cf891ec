package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.RpcException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.files.FileTransfer;
import dev.mtproto.tl.api.FileHash;
import dev.mtproto.tl.api.UploadGetFileHashes;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks a server for the SHA-256 of a file. */
final class ServerHash {

    private ServerHash() {}

    /**
     * Asks for the pieces from the start of a file.
     *
     * @return the pieces that the server tells with the first answer
     */
    static CompletableFuture<List<FileHash>> ask(MtprotoClient client, long id) {
        return client.invoke(new UploadGetFileHashes(FileTransfer.location(id), 0));
    }

    /**
     * Compares with what the server says, if it hashes the file in one piece.
     *
     * @return whether it does
     * @throws Failure if the hashes differ, or the server has lost some of the file
     */
    static boolean matches(CompletableFuture<List<FileHash>> asked, long bytes, String sha256) {
        List<FileHash> pieces;
        try {
            pieces = asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RpcException refusal && !isLoss(refusal)) {
                return false;
            }
            throw e.getCause() instanceof MtprotoException failure
                    ? new Failure(String.valueOf(failure.getMessage()))
                    : e;
        }
        boolean whole = pieces.size() == 1
                && pieces.get(0).offset() == 0
                && pieces.get(0).limit() == bytes;
        if (!whole) {
            return false;
        }
        String theirs = HexFormat.of().formatHex(pieces.get(0).hash().toByteArray());
        if (!theirs.equals(sha256)) {
            throw new Failure("the server says SHA-256 " + theirs + ", and here it is " + sha256);
        }
        return true;
    }

    private static boolean isLoss(RpcException refusal) {
        return refusal.type().equals("FILE_PART_MISSING") || refusal.type().equals("FILE_ID_INVALID");
    }
}
