package dev.mtproto.client.keys;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a store asks of a file system, step by step, so that a test can stop it between any two. */
interface KeyDisk {

    /**
     * Reads a file.
     *
     * @param limit the most bytes to return; a longer file is cut
     * @return its bytes; {@code null} if there is none
     * @throws IOException also if it is no regular file
     */
    byte @Nullable [] read(Path file, int limit) throws IOException;

    /** Returns the permissions of a file; empty if the file system has none of POSIX. */
    Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException;

    /**
     * Makes a file that is empty, and that from the beginning its owner alone can read and write, where the file system can.
     *
     * @throws IOException also if there is one
     */
    NewFile create(Path file) throws IOException;

    /** Puts a file into the place of another, if there is one, in one step. */
    void replace(Path source, Path target) throws IOException;

    /** Makes the entries of a folder last, where the platform can. */
    void syncFolder(Path folder) throws IOException;

    /** Removes a file, if there is one. */
    void delete(Path file) throws IOException;

    /**
     * Takes a file as a lock, which nobody else has until it is closed.
     *
     * @return {@code null} if somebody else has it
     */
    @Nullable
    Closeable lock(Path file) throws IOException;

    /** A file being written. */
    interface NewFile extends Closeable {

        /** Appends bytes. */
        void write(byte[] bytes) throws IOException;

        /** Makes what was written last. */
        void sync() throws IOException;
    }
}
