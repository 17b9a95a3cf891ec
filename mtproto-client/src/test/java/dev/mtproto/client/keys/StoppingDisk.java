package dev.mtproto.client.keys;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A disk that stops at one of its steps: the process is gone, or once the step fails. */
final class StoppingDisk implements KeyDisk {

    /** The process is gone: nothing catches it, and it does nothing more to the disk. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1;
    }

    private final KeyDisk disk;
    private final boolean fails;
    private int stepsLeft = Integer.MAX_VALUE;
    private int torn;
    private int steps;

    /**
     * Makes a disk.
     *
     * @param fails whether the step fails, instead of the process being gone
     */
    StoppingDisk(KeyDisk disk, boolean fails) {
        this.disk = disk;
        this.fails = fails;
    }

    /**
     * Says where to stop from now on.
     *
     * @param atStep 0 for the next step
     * @param tornAt how many bytes are written if that step is a write
     */
    void stop(int atStep, int tornAt) {
        stepsLeft = atStep;
        torn = tornAt;
        steps = 0;
    }

    /** Returns the number of steps since {@link #stop}. */
    int steps() {
        return steps;
    }

    private boolean stopsHere() {
        steps++;
        return stepsLeft-- == 0;
    }

    private void step() throws IOException {
        if (stopsHere()) {
            end();
        }
    }

    private void end() throws IOException {
        if (fails) {
            throw new IOException("no space left on device");
        }
        stepsLeft = 0;
        throw new Gone();
    }

    @Override
    public byte @Nullable [] read(Path file, int limit) throws IOException {
        step();
        return disk.read(file, limit);
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        step();
        return disk.permissions(file);
    }

    @Override
    public NewFile create(Path file) throws IOException {
        step();
        NewFile made = disk.create(file);
        return new NewFile() {
            @Override
            public void write(byte[] bytes) throws IOException {
                if (stopsHere()) {
                    made.write(Arrays.copyOf(bytes, Math.min(torn, bytes.length)));
                    end();
                }
                made.write(bytes);
            }

            @Override
            public void sync() throws IOException {
                step();
                made.sync();
            }

            @Override
            public void close() throws IOException {
                made.close();
            }
        };
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        step();
        disk.replace(source, target);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
        disk.syncFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        disk.delete(file);
    }

    @Override
    public @Nullable Closeable lock(Path file) throws IOException {
        return disk.lock(file);
    }
}
