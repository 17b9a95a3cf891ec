package dev.mtproto.session.engine;

import org.jspecify.annotations.Nullable;

/** One numbering of a request: under the same msg_id it may go out several times, and the server runs it once. */
final class Copy implements Sent {

    final PendingRequest request;
    final Conversation conversation;
    final byte[] body;
    final int seqNo;
    private long msgId;
    private long carrier;
    private int clockEpoch;
    /** How often it went out. */
    int transmissions;
    /** The server said that it had not got this copy when it made its session anew. */
    boolean knownLost;
    /** When the server said first that the answer is made; 0 before. */
    long answeredAt;
    /** Its place among those of which nothing was heard: a line's own. */
    @Nullable
    DelayLine line;

    @Nullable
    Copy before;

    @Nullable
    Copy behind;

    long due;

    Copy(PendingRequest request, Conversation conversation, byte[] body, int seqNo) {
        this.request = request;
        this.conversation = conversation;
        this.body = body;
        this.seqNo = seqNo;
    }

    @Override
    public void sentUnder(long id, long packetId, int epoch) {
        msgId = id;
        carrier = packetId;
        clockEpoch = epoch;
    }

    long msgId() {
        return msgId;
    }

    @Override
    public long carrier() {
        return carrier;
    }

    @Override
    public int clockEpoch() {
        return clockEpoch;
    }

    /** Tells whether this is the copy from which the request's answer is awaited. */
    boolean isAwaited() {
        return request.copy == this && request.state == PendingRequest.State.FLYING;
    }
}
