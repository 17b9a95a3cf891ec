package dev.mtproto.session.exchange;

/** A server's answer to the client's half of the key. A refusal is no verdict but an exception. */
public sealed interface Verdict {

    /**
     * The key is made.
     *
     * @param result the key and what goes with it
     */
    record Created(ExchangeResult result) implements Verdict {}

    /**
     * The server asks for another key, as the id of this one is taken.
     *
     * @param next the step that sends a new half and awaits the answer to it
     */
    record Again(AwaitingVerdict next) implements Verdict {}
}
