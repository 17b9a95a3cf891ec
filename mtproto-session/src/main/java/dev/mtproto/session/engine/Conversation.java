package dev.mtproto.session.engine;

import dev.mtproto.session.message.EncryptedSession;
import java.util.Arrays;

/** One session of an engine: its encryption, and what went to and fro in it. */
final class Conversation {

    private static final int MOST_CREATED = 64;

    final EncryptedSession session;
    final SentLog log = new SentLog();
    final ReceivedIds received = new ReceivedIds();
    final AckQueue acks;
    /** How many containers the server could not take apart. */
    int refusedContainers;

    /** The unique_ids of the server's sessions that were heard of. */
    private long[] created = {};

    private int contentSent;

    Conversation(EncryptedSession session, long ackDelay) {
        this.session = session;
        this.acks = new AckQueue(ackDelay);
    }

    /** Tells whether a session of the server's is heard of for the first time, and remembers it. */
    boolean isNew(long uniqueId) {
        for (long known : created) {
            if (known == uniqueId) {
                return false;
            }
        }
        int kept = created.length < MOST_CREATED ? created.length : 0;
        created = Arrays.copyOf(created, kept + 1);
        created[kept] = uniqueId;
        return true;
    }

    /** Returns the seq_no that the session gives to the content-related message that is packed next. */
    int nextContentSeqNo() {
        return 2 * contentSent + 1;
    }

    /** Notes that a content-related message was packed. */
    void countContent() {
        contentSent++;
    }
}
