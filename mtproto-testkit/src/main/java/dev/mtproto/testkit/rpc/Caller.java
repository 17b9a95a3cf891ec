package dev.mtproto.testkit.rpc;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;

/** Whose queries are answered. */
public interface Caller {

    /** Returns the id of the key under which they come. */
    AuthKeyId keyId();

    /** Returns the session in which they come. */
    SessionId id();

    /** Tells whether the key is a temporary one that is not bound, or no longer. */
    boolean isUnbound();

    /** Notes whether the last query leaves the session its updates. */
    void wantsUpdates(boolean wanted);

    /** Returns the layer that a query is in: the one it names, which is remembered, or for 0 the one named last. */
    int layer(int named);
}
