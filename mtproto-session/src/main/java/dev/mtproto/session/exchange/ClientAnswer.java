package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TlException;
import dev.mtproto.tl.TlReader;
import java.util.function.Function;

/**
 * A server's answer, read.
 *
 * @param object the answer
 * @param length its length in bytes, without what a server puts behind it
 */
record ClientAnswer<T>(T object, int length) {

    /** Reads the one kind of answer that is expected. */
    @Enforces(Check.H4)
    static <T> ClientAnswer<T> read(byte[] body, int offset, int length, Function<TlReader, T> read) {
        try {
            TlReader reader = new TlReader(body, offset, length);
            T object = read.apply(reader);
            return new ClientAnswer<>(object, reader.position());
        } catch (TlException e) {
            throw Fault.of(Check.H4, "not an answer to the last query: " + e.getMessage());
        }
    }
}
