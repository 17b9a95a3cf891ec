package dev.mtproto.tl;

/**
 * Reads one element of a vector.
 *
 * @param <T> the Java type of the element
 */
@FunctionalInterface
public interface ElementReader<T> {

    /**
     * Reads one element.
     *
     * @param reader placed at its first byte
     */
    T read(TlReader reader);
}
