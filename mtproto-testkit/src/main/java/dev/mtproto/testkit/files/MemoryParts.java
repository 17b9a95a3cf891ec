package dev.mtproto.testkit.files;

import dev.mtproto.tl.TlBytes;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps parts in memory, in the arrays that they were read into. */
final class MemoryParts implements PartStorage {

    private record Name(long file, int part) {}

    private final Map<Name, TlBytes> parts = new HashMap<>();

    @Override
    public SortedMap<Long, SortedMap<Integer, Integer>> content() {
        return new TreeMap<>();
    }

    @Override
    public void write(long file, int part, TlBytes bytes) {
        parts.put(new Name(file, part), bytes);
    }

    @Override
    public TlBytes read(long file, int part) {
        @Nullable TlBytes bytes = parts.get(new Name(file, part));
        if (bytes == null) {
            throw new IllegalStateException("part " + part + " is not there");
        }
        return bytes;
    }

    @Override
    public void delete(long file, int part) {
        parts.remove(new Name(file, part));
    }
}
