package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.LinkedHashMap;
import java.util.Map;

/** The quick acknowledgements that were asked for and have not come, the latest of them. Safe for use by several threads. */
final class QuickAcks {

    private static final int MOST = 1024;

    private final Map<Integer, Runnable> outstanding = new LinkedHashMap<>();

    /** Notes that a token is awaited. Those that were asked for long ago are forgotten. */
    synchronized void await(int token, Runnable received) {
        if (outstanding.size() == MOST) {
            outstanding.remove(outstanding.keySet().iterator().next());
        }
        outstanding.put(token, received);
    }

    /** Takes a token that came; false if none such is outstanding, and it is not used. */
    @Enforces(Check.T7)
    boolean came(int token) {
        Runnable received;
        synchronized (this) {
            received = outstanding.remove(token);
        }
        if (received == null) {
            return false;
        }
        received.run();
        return true;
    }
}
