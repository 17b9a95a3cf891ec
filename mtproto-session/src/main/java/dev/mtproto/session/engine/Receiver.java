package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.Refusal;

/** Takes the messages of a packet: notes what has to be acknowledged, and hands them on. */
final class Receiver implements MessageHandler {

    /** Between two pings that are to find out how far off the clock is, in milliseconds. */
    private static final long DOUBT = 5_000;

    private final Core core;
    private final Dispatcher dispatcher;
    private final KeepAlive alive;
    private Conversation in;
    private long doubtedAt = -DOUBT;

    Receiver(Core core, Dispatcher dispatcher, KeepAlive alive) {
        this.core = core;
        this.dispatcher = dispatcher;
        this.alive = alive;
        this.in = core.current;
    }

    /** Sets the session of the next packet. */
    Receiver in(Conversation conversation) {
        in = conversation;
        return this;
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        alive.heard();
        core.tap.received(msgId, seqNo, array, offset, length);
        if ((seqNo & 1) != 0) {
            in.acks.add(msgId, length, core.now());
            in.received.add(msgId);
        }
        dispatcher.dispatch(new Incoming(in, msgId, array, offset, length));
    }

    @Override
    public void duplicate(long msgId, int seqNo) {
        if ((seqNo & 1) != 0) {
            in.acks.addAgain(msgId, core.now());
        }
    }

    @Override
    public void copy(long msgId, int seqNo) {
        if ((seqNo & 1) != 0) {
            in.acks.add(msgId, 0, core.now());
        }
    }

    @Override
    public void refused(Refusal refusal) {
        core.events.add(new EngineEvent.Discarded(refusal.check()));
        if (refusal.reaction().closes()) {
            core.events.add(new EngineEvent.CloseConnection(refusal.check()));
        } else if (refusal.check() == Check.M10) {
            doubtClock(refusal.msgId());
        }
    }

    /**
     * A genuine message from the future shows that this clock is behind: the server's time is at least that. One from the past
     * may just have been under way for long; a ping finds out, since the server refuses what is from its future.
     */
    private void doubtClock(long msgId) {
        if (Long.compareUnsigned(msgId >>> 32, core.serverSeconds()) > 0) {
            core.correctClock(msgId, core.clockEpoch);
            core.events.add(new EngineEvent.ReconnectWanted());
        } else if (core.now() - doubtedAt >= DOUBT) {
            doubtedAt = core.now();
            alive.ping(doubtedAt);
        }
    }
}
