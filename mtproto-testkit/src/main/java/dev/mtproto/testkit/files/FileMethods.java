package dev.mtproto.testkit.files;

import dev.mtproto.api.RpcException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.FileHash;
import dev.mtproto.tl.api.InputDocumentFileLocation;
import dev.mtproto.tl.api.StorageFileUnknown;
import dev.mtproto.tl.api.UploadFile;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadGetFileHashes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.util.List;
import java.util.Optional;

/**
 * Answers the methods that transfer files. What was saved under a file_id is read as the document of that id, with an
 * access_hash of 0 and nothing else.
 *
 * @see <a href="https://core.telegram.org/api/files">Uploading and downloading files</a>
 */
final class FileMethods implements RpcHandler {

    private static final int LONGEST_PART = 512 << 10;
    private static final int MOST_PARTS = 8000;
    private static final int MIB = 1 << 20;
    private static final int STEP = 4 << 10;
    private static final int PRECISE_STEP = 1 << 10;
    private static final long LONGEST_HASHED = 1 << 30;

    private final FileStore files;
    private final Crypto crypto;

    FileMethods(FileStore files, Crypto crypto) {
        this.files = files;
        this.crypto = crypto;
    }

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        if (call.function() instanceof UploadSaveFilePart query) {
            save(query);
            return Optional.of(RpcReply.of(true));
        }
        if (call.function() instanceof UploadGetFile query) {
            TlBytes piece = get(query);
            return Optional.of(RpcReply.of(new UploadFile(new StorageFileUnknown(), 0, piece)));
        }
        if (call.function() instanceof UploadGetFileHashes query) {
            List<FileHash> hashes = hashes(query);
            return Optional.of(writer -> writer.writeVector(hashes, (out, hash) -> hash.writeTo(out)));
        }
        return Optional.empty();
    }

    private void save(UploadSaveFilePart query) {
        int length = query.bytes().length();
        if (query.filePart() < 0 || query.filePart() >= MOST_PARTS) {
            throw new RpcException(400, "FILE_PART_INVALID");
        }
        if (length > LONGEST_PART) {
            throw new RpcException(400, "FILE_PART_TOO_BIG");
        }
        // an empty file is one empty part
        if (length == 0 && query.filePart() > 0) {
            throw new RpcException(400, "FILE_PART_EMPTY");
        }
        files.save(query.fileId(), query.filePart(), query.bytes());
    }

    private TlBytes get(UploadGetFile query) {
        long id = fileId(query.location());
        long offset = query.offset();
        int limit = query.limit();
        int step = query.precise() ? PRECISE_STEP : STEP;
        boolean divides = query.precise() || limit > 0 && MIB % limit == 0;
        if (limit < 1 || limit > MIB || limit % step != 0 || !divides) {
            throw new RpcException(400, "LIMIT_INVALID");
        }
        if (offset < 0 || offset % step != 0) {
            throw new RpcException(400, "OFFSET_INVALID");
        }
        if (offset / MIB != (offset + limit - 1) / MIB) {
            throw new RpcException(400, "LIMIT_INVALID");
        }
        return files.read(id, offset, limit);
    }

    /** Hashes pieces of 1 GiB, so that most files are one. */
    private List<FileHash> hashes(UploadGetFileHashes query) {
        long id = fileId(query.location());
        long size = files.size(id);
        if (query.offset() < 0) {
            throw new RpcException(400, "OFFSET_INVALID");
        }
        long start = query.offset() / LONGEST_HASHED * LONGEST_HASHED;
        if (start >= size && size > 0) {
            return List.of();
        }
        int length = (int) Math.min(LONGEST_HASHED, size - start);
        Digest digest = crypto.newSha256();
        for (int done = 0; done < length; done += MIB) {
            digest.update(
                    files.read(id, start + done, Math.min(MIB, length - done)).toByteArray());
        }
        return List.of(new FileHash(start, length, TlBytes.wrap(digest.digest())));
    }

    private static long fileId(InputDocumentFileLocation document) {
        boolean plain = document.accessHash() == 0
                && document.fileReference().length() == 0
                && document.thumbSize().isEmpty();
        if (!plain) {
            throw new RpcException(400, "LOCATION_INVALID");
        }
        return document.id();
    }
}
