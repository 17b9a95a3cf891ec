package dev.mtproto.tl;

import dev.mtproto.api.TlException;

/**
 * A TL function, the query of a remote call.
 *
 * @param <R> the Java type of its result
 */
public interface TlFunction<R> extends TlObject {

    /**
     * Reads the result of this call, in its boxed form.
     *
     * @param reader placed at the first byte of the result
     * @return the result
     * @throws TlException if the bytes are no such result
     */
    R readResult(TlReader reader);
}
