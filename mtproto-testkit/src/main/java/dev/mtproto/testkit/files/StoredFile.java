package dev.mtproto.testkit.files;

import dev.mtproto.api.RpcException;
import java.util.SortedMap;

/** The parts of one file that have come, by number, with their lengths: all of one length but the last, which may be shorter. */
final class StoredFile {

    private final SortedMap<Integer, Integer> lengths;
    private long bytes;

    StoredFile(SortedMap<Integer, Integer> lengths) {
        this.lengths = lengths;
        this.bytes = lengths.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Returns the length of the parts that are there, in bytes. */
    long bytes() {
        return bytes;
    }

    SortedMap<Integer, Integer> parts() {
        return lengths;
    }

    int lengthOf(int part) {
        return lengths.getOrDefault(part, 0);
    }

    /** Refuses a part whose length does not go with those of the others. */
    void check(int part, int length) {
        SortedMap<Integer, Integer> before = lengths.headMap(part);
        SortedMap<Integer, Integer> after = lengths.tailMap(part + 1);
        boolean fits;
        if (before.isEmpty()) {
            fits = after.isEmpty() || (after.size() == 1 ? length >= first(after) : length == first(after));
        } else {
            int whole = first(before);
            fits = lengthOf(before.lastKey()) == whole && (after.isEmpty() ? length <= whole : length == whole);
        }
        if (!fits) {
            throw new RpcException(400, "FILE_PART_SIZE_CHANGED");
        }
    }

    void put(int part, int length) {
        bytes += length - lengthOf(part);
        lengths.put(part, length);
    }

    /** Returns the length of the parts but the last, once it is known that none is missing. */
    int partLength() {
        int next = 0;
        for (int part : lengths.keySet()) {
            if (part != next) {
                throw new RpcException(400, "FILE_PART_" + next + "_MISSING");
            }
            next++;
        }
        return lengthOf(0);
    }

    private int first(SortedMap<Integer, Integer> some) {
        return lengthOf(some.firstKey());
    }
}
