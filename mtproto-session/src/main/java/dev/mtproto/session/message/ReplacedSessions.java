package dev.mtproto.session.message;

/** The ids of sessions that were given up a moment ago: messages of theirs may still be under way. */
final class ReplacedSessions {

    private static final int MOST = 8;
    private static final long LIFE_MILLIS = 10_000;

    private long[] ids = {};
    private long[] endMillis = {};
    private int next;
    private int count;

    void add(long sessionId, long nowMillis) {
        if (ids.length == 0) {
            ids = new long[MOST];
            endMillis = new long[MOST];
        }
        ids[next] = sessionId;
        endMillis[next] = nowMillis + LIFE_MILLIS;
        next = (next + 1) % MOST;
        count = Math.min(count + 1, MOST);
    }

    boolean contains(long sessionId, long nowMillis) {
        for (int i = 0; i < count; i++) {
            if (ids[i] == sessionId && nowMillis < endMillis[i]) {
                return true;
            }
        }
        return false;
    }
}
