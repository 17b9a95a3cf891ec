package dev.mtproto.client;

/**
 * Is told what happens. The methods are called one at a time, by the threads that do the client's work: they MUST return soon
 * and MUST NOT call the client.
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
     * Something else happened.
     *
     * @param event what
     */
    default void event(ClientEvent event) {}
}
