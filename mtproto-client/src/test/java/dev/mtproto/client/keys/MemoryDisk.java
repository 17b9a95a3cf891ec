package dev.mtproto.client.keys;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A disk that knows what of it lasts. Bytes that were not synced may be there after a loss of power, or a part of them, or
 * zeros in their place; changes of a folder that was not synced may be there up to any of them.
 */
class MemoryDisk implements KeyDisk {

    private final Map<Path, Contents> entries = new HashMap<>();
    /** Every state of the folder since it was synced last, that one first. */
    private final List<Map<Path, Contents>> folders = new ArrayList<>(List.of(Map.of()));

    /** The bytes of a file, whatever its name. */
    private static final class Contents {
        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        int synced;
    }

    /** Puts in a file that lasts. */
    MemoryDisk with(Path file, byte[] bytes) {
        Contents contents = new Contents();
        contents.written.writeBytes(bytes);
        contents.synced = bytes.length;
        entries.put(file, contents);
        syncFolder(file);
        return this;
    }

    byte @Nullable [] bytes(Path file) {
        Contents contents = entries.get(file);
        return contents == null ? null : contents.written.toByteArray();
    }

    boolean has(String name) {
        return entries.keySet().stream().anyMatch(file -> file.endsWith(name));
    }

    /** Returns the disks that there may be after a loss of power: of each unsynced file {@code kept} bytes or as many zeros. */
    List<MemoryDisk> afterPowerLoss(int kept, boolean zeros) {
        List<MemoryDisk> disks = new ArrayList<>();
        for (Map<Path, Contents> folder : folders) {
            MemoryDisk disk = new MemoryDisk();
            folder.forEach((file, contents) -> disk.with(file, rest(contents, kept, zeros)));
            disks.add(disk);
        }
        return disks;
    }

    private static byte[] rest(Contents contents, int kept, boolean zeros) {
        byte[] all = contents.written.toByteArray();
        int length = Math.min(all.length, Math.max(contents.synced, kept));
        byte[] rest = Arrays.copyOf(all, length);
        if (zeros && length > contents.synced) {
            Arrays.fill(rest, contents.synced, length, (byte) 0);
        }
        return rest;
    }

    private void changed() {
        folders.add(new HashMap<>(entries));
    }

    @Override
    public byte @Nullable [] read(Path file, int limit) {
        byte[] bytes = bytes(file);
        return bytes == null ? null : Arrays.copyOf(bytes, Math.min(limit, bytes.length));
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path file) {
        return Optional.of(PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public NewFile create(Path file) throws IOException {
        Contents contents = new Contents();
        if (entries.putIfAbsent(file, contents) != null) {
            throw new FileAlreadyExistsException(file.toString());
        }
        changed();
        return new NewFile() {
            @Override
            public void write(byte[] bytes) {
                contents.written.writeBytes(bytes);
            }

            @Override
            public void sync() {
                contents.synced = contents.written.size();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        Contents contents = entries.remove(source);
        if (contents == null) {
            throw new FileNotFoundException(source.toString());
        }
        entries.put(target, contents);
        changed();
    }

    @Override
    public void syncFolder(Path folder) {
        folders.clear();
        changed();
    }

    @Override
    public void delete(Path file) {
        if (entries.remove(file) != null) {
            changed();
        }
    }

    @Override
    public Closeable lock(Path file) {
        return () -> {};
    }
}
