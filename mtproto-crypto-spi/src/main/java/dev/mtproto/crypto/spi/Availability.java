package dev.mtproto.crypto.spi;

import dev.mtproto.api.CryptoUnavailableException;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns whether there is an obstacle.
     *
     * @param obstacle the reason why it cannot be used; {@code null} if it can
     */
    static Availability of(@Nullable String obstacle) {
        return obstacle == null ? new Available() : new Unavailable(obstacle);
    }

    /**
     * Insists on it.
     *
     * @param name the name of the provider
     * @throws CryptoUnavailableException if it cannot be used
     */
    default void require(String name) {
        if (this instanceof Unavailable unavailable) {
            throw new CryptoUnavailableException(name + ": " + unavailable.reason());
        }
    }
}
