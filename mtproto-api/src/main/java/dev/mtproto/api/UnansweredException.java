package dev.mtproto.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A query that ended without an answer, and what is known of its fate: whether it is safe to send it again follows from that. */
public final class UnansweredException extends MtprotoException {

    private static final long serialVersionUID = 1;

    /** How far the query came. */
    public enum Delivery {
        /** It never left: the server cannot have run it. */
        NEVER_SENT("it was never sent"),
        /** It was sent, and nothing is known about its arrival. */
        UNACKNOWLEDGED("it was sent, and the server did not acknowledge it"),
        /** The server has it, and probably ran it. */
        ACKNOWLEDGED("the server acknowledged it");

        private final String words;

        Delivery(String words) {
            this.words = words;
        }
    }

    private final Delivery delivery;

    /**
     * Makes an exception.
     *
     * @param delivery how far the query came
     * @param reason why it ended
     * @param cause what happened to the connection, if that is the reason
     */
    public UnansweredException(Delivery delivery, String reason, @Nullable Throwable cause) {
        super(null, "the query got no answer: " + reason + "; " + delivery.words, cause);
        this.delivery = Objects.requireNonNull(delivery, "delivery");
    }

    /** Returns how far the query came. */
    public Delivery delivery() {
        return delivery;
    }
}
