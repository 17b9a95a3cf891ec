package dev.mtproto.testkit;

import java.util.TreeSet;

/** The ids of messages that a session has received, the latest of them, for questions about their state. */
final class ReceivedIds {

    private static final int MOST = 1000;
    private static final byte FORGOTTEN = 1;
    private static final byte MISSING = 2;
    private static final byte NOT_YET = 3;
    private static final byte RECEIVED = 4;

    private final TreeSet<Long> ids = new TreeSet<>();

    void add(long msgId) {
        ids.add(msgId);
        if (ids.size() > MOST) {
            ids.pollFirst();
        }
    }

    /**
     * Returns the state of a message as {@code msgs_state_info} shows it.
     *
     * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages">Informational message on state</a>
     */
    byte state(long msgId) {
        boolean ofServer = (msgId & 1) != 0;
        if (ofServer || ids.isEmpty() || msgId < ids.first()) {
            return FORGOTTEN;
        }
        if (ids.contains(msgId)) {
            return RECEIVED;
        }
        return msgId > ids.last() ? NOT_YET : MISSING;
    }
}
