package dev.mtproto.client.keys;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that are open in this process. The system's locks are between processes, and on POSIX closing any channel to a
 * locked file gives the lock up: so a second store in this process must not even look at the lock.
 */
final class OpenFiles {

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private OpenFiles() {}

    /** Tells whether the file was not open, and is now. */
    static boolean add(Path file) {
        return OPEN.add(file);
    }

    static void remove(Path file) {
        OPEN.remove(file);
    }
}
