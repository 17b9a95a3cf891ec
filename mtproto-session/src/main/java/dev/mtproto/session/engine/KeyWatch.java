package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;

/** Tells a lost permanent key from a mishap: only when the server disowns it twice in a row, on two connections, it is lost. */
public final class KeyWatch {

    private static final int CONFIRMED = 2;

    private int refusals;

    /** Makes a watch over a key of which nothing bad is known. */
    public KeyWatch() {}

    /**
     * Notes that a server does not know the key: the transport error -404 on a connection with it, or a refused binding.
     *
     * @return whether the key is lost; if not, try once more on a new connection
     */
    @Enforces(Check.P10)
    public boolean disowned() {
        return ++refusals >= CONFIRMED;
    }

    /** Notes that the server used the key. */
    public void used() {
        refusals = 0;
    }
}
