package dev.mtproto.tl;

/**
 * Writes one element of a vector.
 *
 * @param <T> the Java type of the element
 */
@FunctionalInterface
public interface ElementWriter<T> {

    /**
     * Writes one element.
     *
     * @param writer where to
     * @param value the element
     */
    void write(TlWriter writer, T value);
}
