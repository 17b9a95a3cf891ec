package dev.mtproto.testkit.server;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.testkit.rpc.Caller;

/** A session, as its queries show it. */
final class KeyCaller implements Caller {

    private final ServerKey key;
    private final SessionId id;
    private volatile boolean wantsUpdates = true;

    KeyCaller(ServerKey key, SessionId id) {
        this.key = key;
        this.id = id;
    }

    @Override
    public AuthKeyId keyId() {
        return key.id();
    }

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public boolean isUnbound() {
        return key.isUnbound();
    }

    @Override
    public int layer(int named) {
        return key.layer(named);
    }

    @Override
    public void wantsUpdates(boolean wanted) {
        wantsUpdates = wanted;
    }

    boolean wantsUpdates() {
        return wantsUpdates;
    }
}
