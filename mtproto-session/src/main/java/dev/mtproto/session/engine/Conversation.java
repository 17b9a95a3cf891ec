package dev.mtproto.session.engine;

import dev.mtproto.session.message.EncryptedSession;
import java.util.HashSet;
import java.util.Set;

/** One session of an engine: its encryption, and what went to and fro in it. */
final class Conversation {

    final EncryptedSession session;
    final SentLog log = new SentLog();
    final ReceivedIds received = new ReceivedIds();
    final AckQueue acks;
    /** The unique_ids of the server's sessions that were heard of. */
    final Set<Long> created = new HashSet<>(2);
    /** How many containers the server could not take apart. */
    int refusedContainers;

    private int contentSent;

    Conversation(EncryptedSession session, long ackDelay) {
        this.session = session;
        this.acks = new AckQueue(ackDelay);
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
