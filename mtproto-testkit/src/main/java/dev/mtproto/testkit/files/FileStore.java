package dev.mtproto.testkit.files;

import dev.mtproto.api.RpcException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.tl.TlBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The files that clients gave to an embedded data centre, as the parts in which they came. Where the limits are reached the
 * file that was used longest ago is forgotten. Safe for use by several threads.
 */
public final class FileStore {

    private final PartStorage storage;
    private final int mostFiles;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    /** The one that was used last comes last. */
    private final Map<Long, StoredFile> files = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    private FileStore(PartStorage storage, int mostFiles, long mostBytes) {
        if (mostFiles < 1 || mostBytes < 1) {
            throw new IllegalArgumentException("a limit of a file store is 1 or more");
        }
        this.storage = storage;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
        storage.content().forEach((id, parts) -> files.put(id, new StoredFile(parts)));
        bytes = files.values().stream().mapToLong(StoredFile::bytes).sum();
    }

    /**
     * Makes a store that keeps files in memory.
     *
     * @param files how many at most
     * @param bytes how many bytes at most, of all files together
     */
    public static FileStore inMemory(int files, long bytes) {
        return new FileStore(new MemoryParts(), files, bytes);
    }

    /**
     * Makes a store that keeps files in a folder, a file for each part, and finds there what an earlier store left.
     *
     * @param folder the folder; made if it is not there
     * @param files how many at most
     * @param bytes how many bytes at most, of all files together
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static FileStore in(Path folder, int files, long bytes) {
        return new FileStore(new FolderParts(folder), files, bytes);
    }

    /**
     * Returns what answers {@code upload.saveFilePart}, {@code upload.getFile} and {@code upload.getFileHashes} out of this store.
     *
     * @param crypto hashes files
     */
    public RpcHandler handler(Crypto crypto) {
        return new FileMethods(this, crypto);
    }

    /**
     * Keeps a part.
     *
     * @throws RpcException if it does not go with the other parts, or the store cannot hold the file
     */
    void save(long id, int part, TlBytes content) {
        lock.lock();
        try {
            StoredFile file = files.get(id);
            StoredFile kept = file == null ? new StoredFile(new TreeMap<>()) : file;
            kept.check(part, content.length());
            long more = content.length() - kept.lengthOf(part);
            if (kept.bytes() + more > mostBytes) {
                throw new RpcException(400, "FILE_PARTS_INVALID");
            }
            makeRoom(id, file == null ? 1 : 0, more);
            storage.write(id, part, content);
            kept.put(part, content.length());
            bytes += more;
            files.put(id, kept);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads a piece of a file; shorter than wanted at its end, empty behind it.
     *
     * @throws RpcException if the file is not known or not whole
     */
    TlBytes read(long id, long offset, int length) {
        lock.lock();
        try {
            StoredFile file = find(id);
            int partLength = file.partLength();
            int count = (int) Math.max(0, Math.min(length, file.bytes() - offset));
            if (count > 0 && offset % partLength == 0 && count == file.lengthOf((int) (offset / partLength))) {
                return storage.read(id, (int) (offset / partLength));
            }
            byte[] piece = new byte[count];
            for (int done = 0; done < count; ) {
                long at = offset + done;
                TlBytes part = storage.read(id, (int) (at / partLength));
                int from = (int) (at % partLength);
                int take = Math.min(count - done, part.length() - from);
                part.asByteBuffer().get(from, piece, done, take);
                done += take;
            }
            return TlBytes.wrap(piece);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the length of a file, in bytes.
     *
     * @throws RpcException if it is not known or not whole
     */
    long size(long id) {
        lock.lock();
        try {
            StoredFile file = find(id);
            file.partLength();
            return file.bytes();
        } finally {
            lock.unlock();
        }
    }

    private StoredFile find(long id) {
        @Nullable StoredFile file = files.get(id);
        if (file == null) {
            throw new RpcException(400, "FILE_ID_INVALID");
        }
        return file;
    }

    private void makeRoom(long id, int moreFiles, long moreBytes) {
        List<Long> oldest = new ArrayList<>(files.keySet());
        for (long other : oldest) {
            if (files.size() + moreFiles <= mostFiles && bytes + moreBytes <= mostBytes) {
                return;
            }
            if (other != id) {
                StoredFile removed = find(other);
                files.remove(other);
                bytes -= removed.bytes();
                removed.parts().keySet().forEach(part -> storage.delete(other, part));
            }
        }
    }
}
