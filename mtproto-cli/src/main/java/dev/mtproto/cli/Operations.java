package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import java.util.List;

/** Operations that are measured with the same preparation. */
interface Operations {

    /** The sizes of texts and bodies, in bytes. */
    List<Integer> SIZES = List.of(64, 1024, 65_536, 1_048_576);

    /** Returns the names of the operations. */
    List<String> names();

    /** Prepares the operations on a backend. */
    List<Operation> make(Crypto crypto);
}
