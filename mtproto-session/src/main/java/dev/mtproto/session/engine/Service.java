package dev.mtproto.session.engine;

import dev.mtproto.api.SessionId;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.MsgsAck;
import java.util.List;

/** A service message of this side, and what has to be known when it is answered or refused. */
final class Service implements Sent {

    private static final int MOST_ATTEMPTS = 5;

    /** What a service message is for. */
    sealed interface Purpose {}

    /** Acknowledges. */
    enum Acks implements Purpose {
        ACKS
    }

    /** Keeps the connection alive, or measures. */
    record Ping(long pingId, long sentAt) implements Purpose {}

    /** Asks for salts. */
    record Salts() implements Purpose {}

    /** Asks what became of copies. */
    record Question(List<Copy> copies) implements Purpose {}

    /** Ends a query whose answer is not wanted any more. */
    record Drop(long queryId) implements Purpose {}

    /** Destroys another session. */
    record Destroy(SessionId session) implements Purpose {}

    /** Destroys the key. */
    record DestroyKey() implements Purpose {}

    /** Anything to which nothing comes back that concerns this side. */
    record Other() implements Purpose {}

    final byte[] body;
    final Purpose purpose;
    private int attempts;
    private long carrier;
    private int clockEpoch;

    Service(TlObject object, Purpose purpose) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        this.body = writer.toByteArray();
        this.purpose = purpose;
    }

    /** Returns the ids that it acknowledges; none if it is for something else. */
    List<Long> acknowledged() {
        return purpose instanceof Acks
                ? MsgsAck.read(new TlReader(body, 0, body.length)).msgIds()
                : List.of();
    }

    /** Tells whether it may be sent once more after a refusal. */
    boolean mayRepeat() {
        return ++attempts < MOST_ATTEMPTS;
    }

    @Override
    public void sentUnder(long msgId, long packetId, int epoch) {
        carrier = packetId;
        clockEpoch = epoch;
    }

    @Override
    public long carrier() {
        return carrier;
    }

    @Override
    public int clockEpoch() {
        return clockEpoch;
    }
}
