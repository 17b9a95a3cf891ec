package dev.mtproto.client;

import dev.mtproto.api.Check;

/**
 * Is told what happens on a connection. The methods are called one at a time, by the threads that send and receive: they
 * MUST return soon and MUST NOT call the client.
 */
public interface ConnectionListener {

    /** Hears nothing. */
    ConnectionListener NONE = new ConnectionListener() {};

    /**
     * A message was sent, or was received and accepted.
     *
     * @param message what is to be known of it
     */
    default void message(ObservedMessage message) {}

    /**
     * Something that was received broke a rule and was not used.
     *
     * @param check the rule
     */
    default void refused(Check check) {}
}
