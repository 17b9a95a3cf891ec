package dev.mtproto.client.flight;

import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.ConnectionListener;
import dev.mtproto.client.Direction;
import dev.mtproto.client.ObservedMessage;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;

/**
 * Leaves what happens in the flight recorder. To be loaded only where the module {@code jdk.jfr} is. Until somebody has started the
 * recorder nothing of it is touched, as starting it takes a good part of a second.
 */
public final class FlightRecords implements ConnectionListener {

    /** Made when the recorder runs. */
    private static final class Types {
        private static final EventType MESSAGE = EventType.getEventType(Events.Message.class);
        private static final EventType RPC = EventType.getEventType(Events.Rpc.class);
    }

    /** Makes a listener that records. */
    public FlightRecords() {}

    /** Tells whether a recording wants each message. */
    public boolean wantsMessages() {
        return FlightRecorder.isInitialized() && Types.MESSAGE.isEnabled();
    }

    /** Tells whether a recording wants the end of each call. */
    public boolean wantsCalls() {
        return FlightRecorder.isInitialized() && Types.RPC.isEnabled();
    }

    @Override
    public void message(ObservedMessage message) {
        Events.Message record = new Events.Message();
        record.direction = message.direction() == Direction.OUT ? "out" : "in";
        record.name = message.name();
        record.msgId = message.msgId();
        record.seqNo = message.seqNo().orElse(-1);
        record.length = message.length();
        record.commit();
    }

    @Override
    public void event(ClientEvent event) {
        if (FlightRecorder.isInitialized()) {
            record(event).commit();
        }
    }

    private static Event record(ClientEvent event) {
        if (event instanceof ClientEvent.CallEnded ended) {
            Events.Rpc record = new Events.Rpc();
            record.method = ended.method();
            record.result = ended.result();
            record.requestBytes = ended.requestBytes();
            record.resultBytes = ended.resultBytes();
            record.latency = ended.latency().toNanos();
            return record;
        }
        if (event instanceof ClientEvent.Connected connected) {
            Events.Connect record = new Events.Connect();
            record.transport = connected.transport().toString();
            record.peer = connected.peer().toString();
            return record;
        }
        if (event instanceof ClientEvent.Disconnected lost) {
            Events.Reconnect record = new Events.Reconnect();
            record.cause = String.valueOf(lost.cause().getMessage());
            record.retryAfter = lost.retryAfter().toMillis();
            return record;
        }
        if (event instanceof ClientEvent.KeyCreated created) {
            Events.KeyExchange record = new Events.KeyExchange();
            record.keyId = created.key().toString();
            record.temporary = created.temporary();
            record.took = created.took().toNanos();
            return record;
        }
        if (event instanceof ClientEvent.Resent resent) {
            Events.Resend record = new Events.Resend();
            record.method = resent.method();
            record.times = resent.times();
            return record;
        }
        if (event instanceof ClientEvent.Refused refused) {
            Events.Discard record = new Events.Discard();
            record.check = refused.check().name();
            record.guards = refused.check().guards();
            return record;
        }
        if (event instanceof ClientEvent.SaltChanged) {
            return new Events.SaltChange();
        }
        Events.Change record = new Events.Change();
        record.what = event.toString();
        return record;
    }
}
