package dev.mtproto.client.files;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.InputDocumentFileLocation;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.IntPredicate;

/**
 * Sends and fetches files over a client, by {@code upload.saveFilePart} and {@code upload.getFile}. Several parts are under
 * way at a time, and no more of a file is in memory than they. A part whose call failed with the connection is tried again,
 * and where the server asks for a pause by {@code FLOOD_WAIT}, it gets one.
 *
 * <p>A transfer blocks the thread that starts it, which reads or writes the channel meanwhile; interrupting that thread cancels
 * the transfer. Safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/api/files">Uploading and downloading files</a>
 */
public final class FileTransfer {

    private final Caller caller;
    private final TransferOptions options;
    private final Timer timer;

    FileTransfer(Caller caller, TransferOptions options, Timer timer) {
        this.caller = caller;
        this.options = options;
        this.timer = timer;
    }

    /**
     * Makes transfers over a client.
     *
     * @param client makes the calls
     * @param options how
     */
    public static FileTransfer over(MtprotoClient client, TransferOptions options) {
        return new FileTransfer(new Repeatable(client), options, Timer.SYSTEM);
    }

    /**
     * Returns where the embedded data centre keeps what was sent as a file.
     *
     * @param fileId the id of the file
     */
    public static InputDocumentFileLocation location(long fileId) {
        return new InputDocumentFileLocation(fileId, 0, TlBytes.EMPTY, "");
    }

    /**
     * Sends a file.
     *
     * @param fileId the id under which the server keeps it, chosen by the caller
     * @param source holds the file from its first byte on; not closed
     * @param size the length of the file, in bytes
     * @param isStored tells for the number of a part whether the server has it already: it is read and not sent. Parts count
     *     only for the same id, source and {@link TransferOptions#uploadPart}
     * @param listener is told how it goes on
     * @throws MtprotoException the failure of a part, after all attempts
     * @throws IOException if the source cannot be read or ends too early, or the server says that it does not store a part
     * @throws InterruptedException if this thread is interrupted
     * @throws IllegalArgumentException if the size is negative or there are too many parts
     */
    public void put(
            long fileId, ReadableByteChannel source, long size, IntPredicate isStored, TransferListener listener)
            throws IOException, InterruptedException {
        if (size < 0 || size / options.uploadPart() >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a file of " + size + " bytes");
        }
        try (Attempts attempts = new Attempts(caller, options, timer)) {
            new Upload(attempts, options, listener).run(fileId, source, size, isStored);
        }
    }

    /**
     * Fetches a file.
     *
     * @param location where the server keeps it
     * @param target receives the bytes behind those that are there; not closed
     * @param from how many bytes of the file are there already
     * @param listener is told how it goes on
     * @return the length of the file, in bytes
     * @throws MtprotoException the failure of a part, after all attempts
     * @throws IOException if the target cannot be written, or the file is shorter than {@code from}
     * @throws InterruptedException if this thread is interrupted
     * @throws IllegalArgumentException if {@code from} is negative
     */
    public long get(
            InputDocumentFileLocation location, WritableByteChannel target, long from, TransferListener listener)
            throws IOException, InterruptedException {
        if (from < 0) {
            throw new IllegalArgumentException("a file of which " + from + " bytes are there");
        }
        try (Attempts attempts = new Attempts(caller, options, timer)) {
            return new Download(attempts, options, listener).run(location, target, from);
        }
    }
}
