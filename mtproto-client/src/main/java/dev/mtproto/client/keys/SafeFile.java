package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file for its owner alone, which is replaced as a whole and is locked as long as it is open. Not safe for threads. */
final class SafeFile {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final KeyDisk disk;
    private final Path path;
    private final boolean sealed;
    private final Closeable lock;

    private SafeFile(KeyDisk disk, Path path, boolean sealed, Closeable lock) {
        this.disk = disk;
        this.path = path;
        this.sealed = sealed;
        this.lock = lock;
    }

    /**
     * Locks a file, which need not exist.
     *
     * @param sealed whether what is in it is encrypted, so that it may lie on a file system without permissions
     */
    static SafeFile open(KeyDisk disk, Path path, boolean sealed) {
        Path place = path.toAbsolutePath();
        try {
            Path folder = place.getParent();
            if (folder == null || place.getFileName() == null) {
                throw new IOException("it is no file");
            }
            // one file has one name, by whatever way it was reached
            place = folder.toRealPath().resolve(place.getFileName());
            if (OpenFiles.add(place)) {
                return locked(disk, place, sealed);
            }
        } catch (IOException e) {
            throw failed(place, "cannot be opened", e);
        }
        throw KeyFile.fault(place, Reason.IN_USE, "is open already in this process");
    }

    private static SafeFile locked(KeyDisk disk, Path place, boolean sealed) throws IOException {
        Closeable lock = null;
        try {
            lock = disk.lock(beside(place, ".lock"));
        } finally {
            if (lock == null) {
                OpenFiles.remove(place);
            }
        }
        if (lock == null) {
            throw KeyFile.fault(place, Reason.IN_USE, "is in use by another process");
        }
        return new SafeFile(disk, place, sealed, lock);
    }

    Path path() {
        return path;
    }

    /** Returns the bytes; {@code null} if there is no file. */
    byte @Nullable [] read() {
        try {
            byte[] bytes = disk.read(path, KeyFile.LARGEST + 1);
            if (bytes == null) {
                return null;
            }
            if (bytes.length > KeyFile.LARGEST) {
                throw KeyFile.fault(path, Reason.FOREIGN, "is not a file of auth keys: it is too large");
            }
            checkOwnersAlone(path);
            return bytes;
        } catch (IOException e) {
            throw failed(path, "cannot be read", e);
        }
    }

    /** Puts new bytes in the place of the old ones: all of them, or none. */
    void replace(byte[] bytes) {
        Path next = beside(path, ".tmp");
        boolean replaced = false;
        try {
            // a save that was cut off may have left one
            disk.delete(next);
            try (KeyDisk.NewFile file = disk.create(next)) {
                checkOwnersAlone(next);
                file.write(bytes);
                file.sync();
            }
            disk.replace(next, path);
            replaced = true;
            disk.syncFolder(path.resolveSibling(""));
        } catch (IOException e) {
            throw failed(path, "cannot be written", e);
        } finally {
            if (!replaced) {
                discard(next);
            }
        }
    }

    private void discard(Path next) {
        try {
            disk.delete(next);
        } catch (IOException e) {
            // it is as well protected as the file, and the next save removes it
            return;
        }
    }

    /** Refuses a file that anyone but its owner can read or write. Of a new file, before there is anything in it. */
    @Enforces(Check.P8)
    private void checkOwnersAlone(Path file) throws IOException {
        Optional<Set<PosixFilePermission>> permissions = disk.permissions(file);
        if (permissions.isEmpty()) {
            if (!sealed) {
                throw KeyFile.fault(
                        path, Reason.EXPOSED, "is on a file system without permissions: it needs a passphrase there");
            }
            return;
        }
        if (!OWNERS.containsAll(permissions.get())) {
            throw KeyFile.fault(
                    path,
                    Reason.EXPOSED,
                    "is open to others than its owner (" + PosixFilePermissions.toString(permissions.get())
                            + "): chmod 600 it, and take the keys in it for known");
        }
    }

    void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw failed(path, "cannot be given free", e);
        } finally {
            OpenFiles.remove(path);
        }
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static AuthKeyStoreException failed(Path path, String what, IOException e) {
        return new AuthKeyStoreException(Reason.IO, path + " " + what + ": " + e, e);
    }
}
