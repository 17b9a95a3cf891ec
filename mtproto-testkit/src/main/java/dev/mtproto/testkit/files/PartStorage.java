package dev.mtproto.testkit.files;

import dev.mtproto.tl.TlBytes;
import java.util.SortedMap;

/** Where the parts of files are kept. Used by one thread at a time. */
interface PartStorage {

    /** Returns the lengths of the parts that are there already, by the id of the file and the number of the part. */
    SortedMap<Long, SortedMap<Integer, Integer>> content();

    /** Keeps a part, in place of what was there under its number. */
    void write(long file, int part, TlBytes bytes);

    /** Returns a part that was kept. */
    TlBytes read(long file, int part);

    /** Forgets a part. */
    void delete(long file, int part);
}
