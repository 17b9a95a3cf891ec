package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of the queries of a session, as far back as it is remembered. */
final class QueryTable {

    /** Where a query stands. */
    enum State {
        /** It runs, or waits for others. */
        RUNNING,
        /** It was answered. */
        SUCCEEDED,
        /** It was answered by an error. */
        FAILED,
        /** Its answer was dropped while it ran. */
        DROPPED
    }

    private static final int MOST_RUNNING = 32_768;
    private static final int MOST_ENDED = 16_384;

    private static final int IN_WORK = 32;
    private static final int ANSWER_MADE = 64;
    private static final int NO_ACK_NEEDED = 16;

    /** What was not answered yet: these are never forgotten. */
    private final Set<Long> running = new HashSet<>(4);

    private final Map<Long, State> ended = new BoundedMap<>(MOST_ENDED);
    private final ReceivedIds received;

    QueryTable(ReceivedIds received) {
        this.received = received;
    }

    /** Tells whether so many queries run that no more are to be begun. */
    @Enforces(Check.D1)
    boolean isFull() {
        return running.size() >= MOST_RUNNING;
    }

    void put(long msgId, State state) {
        if (state == State.RUNNING) {
            running.add(msgId);
        } else {
            running.remove(msgId);
            ended.put(msgId, state);
        }
    }

    State find(long msgId, State otherwise) {
        return running.contains(msgId) ? State.RUNNING : ended.getOrDefault(msgId, otherwise);
    }

    boolean knows(long msgId) {
        return running.contains(msgId) || ended.containsKey(msgId);
    }

    /** Returns the status byte of {@code msgs_state_info} for an id of the client. */
    byte status(long msgId) {
        if (knows(msgId)) {
            State state = find(msgId, State.DROPPED);
            boolean made = state == State.SUCCEEDED || state == State.FAILED;
            return (byte) (ReceivedIds.RECEIVED | IN_WORK | (made ? ANSWER_MADE : 0));
        }
        if ((msgId & 1) == 1) {
            return ReceivedIds.NOTHING_KNOWN;
        }
        int status = received.status(msgId);
        return (byte) (status == ReceivedIds.RECEIVED ? status | NO_ACK_NEEDED : status);
    }
}
