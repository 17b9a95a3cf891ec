package dev.mtproto.test;

/**
 * One entry of a vector file.
 *
 * @param name its name
 * @param verified whether the values were recomputed; otherwise it is an expectation in words
 * @param inputs what goes in
 * @param outputs what has to come out
 */
public record VectorEntry(String name, boolean verified, Fields inputs, Fields outputs) {

    /** Returns the name, as test reports show it. */
    @Override
    public String toString() {
        return name;
    }
}
