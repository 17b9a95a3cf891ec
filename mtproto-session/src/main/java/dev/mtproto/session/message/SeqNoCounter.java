package dev.mtproto.session.message;

/**
 * Numbers the messages of one side in one session: twice the count of content-related messages before, plus one if the
 * message is content-related itself.
 *
 * @see <a href="https://core.telegram.org/mtproto/description#message-sequence-number-msg-seqno">Message sequence number</a>
 */
final class SeqNoCounter {

    private int count;

    int next(boolean contentRelated) {
        return contentRelated ? 2 * count++ + 1 : 2 * count;
    }

    void reset() {
        count = 0;
    }
}
