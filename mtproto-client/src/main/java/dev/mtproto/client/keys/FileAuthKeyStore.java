package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import dev.mtproto.crypto.Crypto;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all keys of a client in one file, for its owner alone (mode 600) and, if wanted, sealed under a passphrase by AES-256-GCM
 * with a key of PBKDF2. A save writes a new file beside it, syncs that and renames it into place: a crash at any moment leaves
 * the former state or the new one. Beside {@code FILE} there is {@code FILE.lock}, which stays, and {@code FILE.tmp} during a
 * save.
 *
 * <p>A file that is damaged, that others can read, of a newer version or no file of keys is an error, and is never
 * overwritten: it is up to the user to repair, move or remove it.
 *
 * <p>One store at a time has a file open, of all processes. Safe for use by several threads. Between calls no auth key stays in
 * memory; the key of the file does, until {@link #close}.
 */
public final class FileAuthKeyStore implements AuthKeyStore, AutoCloseable {

    private final SafeFile file;
    private final Crypto crypto;
    private final Protection protection;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    private FileAuthKeyStore(SafeFile file, Crypto crypto, Protection protection) {
        this.file = file;
        this.crypto = crypto;
        this.protection = protection;
    }

    /**
     * Opens a file without a passphrase. There need not be a file yet; its folder has to exist.
     *
     * @param path the file
     * @param crypto the cryptography, for a checksum
     * @throws AuthKeyStoreException if the file cannot be used, with the reason; also if the file system has no POSIX
     *     permissions, which without a passphrase are all that protects the keys
     */
    public static FileAuthKeyStore open(Path path, Crypto crypto) {
        return open(new SystemDisk(), path, crypto, null, 0);
    }

    /**
     * Opens a file under a passphrase. There need not be a file yet; its folder has to exist. Takes a part of a second.
     *
     * @param path the file
     * @param crypto the cryptography; a file that one backend wrote any other reads
     * @param passphrase not empty; under FIPS at least 14 bytes of UTF-8. Overwritten when this returns or fails
     * @throws AuthKeyStoreException if the file cannot be used or is not under that passphrase, with the reason
     */
    public static FileAuthKeyStore open(Path path, Crypto crypto, char[] passphrase) {
        return open(new SystemDisk(), path, crypto, passphrase, PassphraseSeal.ITERATIONS);
    }

    /** Opens a file on a given disk. */
    static FileAuthKeyStore open(KeyDisk disk, Path path, Crypto crypto, char @Nullable [] passphrase, int iterations) {
        try {
            SafeFile file = SafeFile.open(disk, path, passphrase != null);
            return on(file, crypto, passphrase, iterations);
        } finally {
            if (passphrase != null) {
                Arrays.fill(passphrase, '\0');
            }
        }
    }

    private static FileAuthKeyStore on(SafeFile file, Crypto crypto, char @Nullable [] passphrase, int iterations) {
        Protection protection = new Protection.None();
        boolean opened = false;
        try {
            if (passphrase != null) {
                KeyFile found = frame(file, crypto, KeyFile.SEALED);
                protection = PassphraseSeal.of(crypto, file.path(), found, passphrase, iterations);
            }
            FileAuthKeyStore store = new FileAuthKeyStore(file, crypto, protection);
            store.table().close();
            opened = true;
            return store;
        } finally {
            if (!opened) {
                protection.destroy();
                file.close();
            }
        }
    }

    /** Reads the frame of the file; {@code null} if there is no file. */
    private static @Nullable KeyFile frame(SafeFile file, Crypto crypto, int kind) {
        byte[] bytes = file.read();
        if (bytes == null) {
            return null;
        }
        try {
            KeyFile found = KeyFile.read(file.path(), bytes, crypto);
            checkKind(file.path(), found, kind);
            return found;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void checkKind(Path path, KeyFile found, int wanted) {
        if (found.protection() != wanted) {
            throw KeyFile.fault(
                    path,
                    Reason.PASSPHRASE,
                    wanted == KeyFile.PLAIN
                            ? "is under a passphrase, and none was given"
                            : "is not under a passphrase, and one was given");
        }
    }

    @Override
    public Optional<StoredKey> load(KeyName server) {
        return call(table -> Optional.ofNullable(table.keys().get(server)).map(StoredKey::copy));
    }

    @Override
    public void save(KeyName server, StoredKey key) {
        call(table -> {
            table.put(server, key.copy());
            if (table.keys().size() > KeyTable.MOST) {
                throw KeyFile.fault(file.path(), Reason.IO, "has no room for more than " + KeyTable.MOST + " keys");
            }
            write(table);
            return true;
        });
    }

    @Override
    public boolean remove(KeyName server) {
        return call(table -> {
            boolean there = table.remove(server);
            if (there) {
                write(table);
            }
            return there;
        });
    }

    private <T> T call(Function<KeyTable, T> action) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed: " + file.path());
            }
            try (KeyTable table = table()) {
                return action.apply(table);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads the file anew each time: what was damaged meanwhile is not overwritten. */
    private KeyTable table() {
        KeyFile found = frame(file, crypto, protection.kind());
        if (found == null) {
            return new KeyTable();
        }
        byte[] table = protection.reveal(file.path(), found);
        try {
            return KeyTable.read(table);
        } catch (IllegalArgumentException e) {
            throw new AuthKeyStoreException(Reason.DAMAGED, file.path() + " is damaged: " + e.getMessage(), e);
        } finally {
            Arrays.fill(table, (byte) 0);
            Arrays.fill(found.content(), (byte) 0);
        }
    }

    private void write(KeyTable keys) {
        byte[] table = keys.write();
        KeyFile framed = protection.protect(table);
        byte[] bytes = framed.write(crypto);
        try {
            file.replace(bytes);
        } finally {
            Arrays.fill(table, (byte) 0);
            Arrays.fill(framed.content(), (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Gives the file free for others, and overwrites its key. What was saved stays. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                protection.destroy();
                file.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the path, nothing of the keys. */
    @Override
    public String toString() {
        return "FileAuthKeyStore[" + file.path()
                + (protection.kind() == KeyFile.SEALED ? ", under a passphrase]" : "]");
    }
}
