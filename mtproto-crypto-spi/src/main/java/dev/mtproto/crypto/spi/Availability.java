package dev.mtproto.crypto.spi;

/** Whether a provider can be used in this JVM. */
public sealed interface Availability {

    /** It can. */
    record Available() implements Availability {}

    /**
     * It cannot.
     *
     * @param reason why, in words for people: what is missing and what would help
     */
    record Unavailable(String reason) implements Availability {}
}
