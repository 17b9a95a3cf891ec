package dev.mtproto.testkit.server;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.testkit.rpc.Caller;

/**
 * A session, as its queries show it.
 *
 * @param key its key
 * @param id its id
 */
record KeyCaller(ServerKey key, SessionId id) implements Caller {

    @Override
    public AuthKeyId keyId() {
        return key.id();
    }

    @Override
    public boolean isUnbound() {
        return key.isUnbound();
    }

    @Override
    public int layer(int named) {
        return key.layer(named);
    }
}
