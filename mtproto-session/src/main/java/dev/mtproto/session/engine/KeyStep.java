package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import java.util.Optional;

/** What the life of temporary keys needs done outside: connections and key exchanges. */
public sealed interface KeyStep {

    /** Make a permanent key, and hand it to {@link ForwardSecrecy#permanentCreated}. */
    record CreatePermanent() implements KeyStep {}

    /**
     * Make a temporary key on a connection of its own, and hand it to {@link ForwardSecrecy#temporaryCreated}.
     *
     * @param expiresIn its life in seconds
     */
    record CreateTemporary(int expiresIn) implements KeyStep {}

    /**
     * Connect an engine, and keep it connected until it is to be closed.
     *
     * @param engine the engine
     */
    record Open(SessionEngine engine) implements KeyStep {}

    /**
     * Close the connection of an engine, and open another one.
     *
     * @param engine the engine
     * @param check the rule that the server broke; empty if the connection is silent or lost something
     */
    record Reconnect(SessionEngine engine, Optional<Check> check) implements KeyStep {}

    /**
     * Close the connection of an engine; the engine is closed already.
     *
     * @param engine the engine
     */
    record Close(SessionEngine engine) implements KeyStep {}

    /** Take note that queries are served now, under another key: wrap the first one in {@code initConnection} again. */
    record Bound() implements KeyStep {}

    /** Take note that the server does not know the permanent key any more: what was logged in is logged out. */
    record PermanentLost() implements KeyStep {}
}
