package dev.mtproto.session.engine;

import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.Reaction;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.NewSessionCreated;
import java.util.List;

/** Takes the messages of a client's packet, and tells it of a new session and of what was refused. */
final class ServerReceiver implements MessageHandler {

    private static final int BAD_SALT = 48;

    private final ServerCore core;
    private final ServerDispatcher dispatcher;
    private final ServerEngine engine;
    private final ServerSalts salts;
    private final long uniqueId;
    private final Conversation none;
    /** The lowest msg_id of the client's that was taken; the highest there is before the first. */
    private long first = -1L;

    private long lowest;

    ServerReceiver(
            ServerCore core, ServerDispatcher dispatcher, ServerEngine engine, ServerSalts salts, long uniqueId) {
        this.core = core;
        this.dispatcher = dispatcher;
        this.engine = engine;
        this.salts = salts;
        this.uniqueId = uniqueId;
        this.none = new Conversation(core.session, 0);
    }

    void start() {
        lowest = -1L;
    }

    /**
     * Announces the session if the packet was the first one, or holds something that is older than the first.
     *
     * @return whether the packet held anything new
     */
    boolean end() {
        if (Long.compareUnsigned(lowest, first) < 0) {
            first = lowest;
            NewSessionCreated created = new NewSessionCreated(first, uniqueId, salts.current());
            core.queue(new ServerCore.Due(ServerCore.written(created), true, 0), true);
        }
        return lowest != -1L;
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        lowest = Long.compareUnsigned(msgId, lowest) < 0 ? msgId : lowest;
        core.received.add(msgId);
        if ((seqNo & 1) != 0) {
            core.acks.add(msgId, length, core.ticker.now());
        }
        dispatcher.dispatch(new Incoming(none, msgId, array, offset, length), engine);
    }

    @Override
    public void duplicate(long msgId, int seqNo) {
        if ((seqNo & 1) != 0) {
            core.acks.addAgain(msgId, core.ticker.now());
        }
        Unacknowledged.Stored answer = core.unacknowledged.answerTo(msgId);
        if (answer != null) {
            core.sendAgain(List.of(answer));
        }
    }

    @Override
    public void copy(long msgId, int seqNo) {
        if ((seqNo & 1) != 0) {
            core.acks.add(msgId, 0, core.ticker.now());
        }
    }

    @Override
    public void refused(Refusal refusal) {
        core.events.add(new ServerEvent.Refused(refusal));
        Reaction reaction = refusal.reaction();
        if (reaction instanceof Reaction.Notify bad) {
            core.send(new BadMsgNotification(refusal.msgId(), refusal.seqNo(), bad.badMsgCode()));
        } else if (reaction instanceof Reaction.NewSalt salt) {
            core.send(new BadServerSalt(refusal.msgId(), refusal.seqNo(), BAD_SALT, salt.salt()));
        } else if (reaction instanceof Reaction.RpcError error) {
            core.queries.put(refusal.msgId(), QueryTable.State.RUNNING);
            core.fail(refusal.msgId(), error.code(), error.text());
        } else if (reaction instanceof Reaction.CloseWith close) {
            core.events.add(new ServerEvent.CloseConnection(close.transportError()));
        } else if (reaction instanceof Reaction.Close) {
            core.events.add(new ServerEvent.CloseConnection(0));
        }
    }
}
