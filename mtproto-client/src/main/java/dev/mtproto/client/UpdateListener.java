package dev.mtproto.client;

import dev.mtproto.tl.TlObject;

/**
 * Receives what the server sends without being asked. Called on the client's executor, one at a time, in the order of arrival;
 * while it is busy for long, nothing more is read from the server.
 */
public interface UpdateListener {

    /** Drops everything. */
    UpdateListener NONE = update -> {};

    /**
     * An object that no call asked for.
     *
     * @param update the object
     */
    void update(TlObject update);

    /**
     * An object that the client's schema does not hold.
     *
     * @param body the object with its id; the receiver's own array
     */
    default void unknown(byte[] body) {}

    /** The server made the session anew: updates may have been lost. */
    default void gap() {}
}
