package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TlException;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.session.message.RpcResults;
import dev.mtproto.session.message.SessionLimits;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyFail;
import dev.mtproto.tl.schema.DestroyAuthKeyNone;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.DestroySessionRes;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcResult;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reacts to the messages of a server. Called under the lock of the connection, by the thread that receives. */
final class ServerMessages implements MessageHandler, AutoCloseable {

    private final Connection connection;
    private final EncryptedSession session;
    private final Calls calls;
    private final List<Long> acks;
    private final ClientSettings settings;
    private final MessageNames names;
    private final Resending resending;
    private final RpcResults results;
    private @Nullable Check brokenRule;
    private long knownSession;

    ServerMessages(
            Connection connection, EncryptedSession session, Calls calls, List<Long> acks, ClientSettings settings) {
        this.connection = connection;
        this.session = session;
        this.calls = calls;
        this.acks = acks;
        this.settings = settings;
        this.names = new MessageNames(settings.schema());
        this.resending = new Resending(connection, session, calls, acks);
        this.results = new RpcResults(settings.schema(), SessionLimits.DEFAULT);
    }

    /** Returns the rule for whose breaking the connection has to be closed, once. */
    @Nullable
    Check takeBrokenRule() {
        Check broken = brokenRule;
        brokenRule = null;
        return broken;
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        if (settings.listener() != ConnectionListener.NONE) {
            String name = names.of(array, offset, length);
            settings.listener().message(new ObservedMessage(Direction.IN, name, msgId, OptionalInt.of(seqNo), length));
        }
        acknowledge(msgId, seqNo);
        try {
            dispatch(msgId, array, offset, length);
        } catch (TlException e) {
            brokenRule = Check.M13;
        }
    }

    @Override
    public void duplicate(long msgId, int seqNo) {
        if (acknowledge(msgId, seqNo)) {
            connection.acknowledgeSoon();
        }
    }

    @Override
    public void copy(long msgId, int seqNo) {
        acknowledge(msgId, seqNo);
    }

    @Override
    public void refused(Refusal refusal) {
        settings.listener().refused(refusal.check());
        if (refusal.reaction().closes()) {
            brokenRule = refusal.check();
        }
    }

    @Override
    public void close() {
        results.close();
    }

    private boolean acknowledge(long msgId, int seqNo) {
        boolean needed = (seqNo & 1) != 0;
        if (needed) {
            acks.add(msgId);
        }
        return needed;
    }

    private void dispatch(long msgId, byte[] array, int offset, int length) {
        TlReader reader = new TlReader(array, offset, length, settings.schema());
        switch (reader.readConstructorId()) {
            case RpcResult.ID -> result(array, offset, length);
            case Pong.ID -> pong(Pong.readBare(reader), array, offset, length);
            case FutureSalts.ID ->
                direct(calls.remove(FutureSalts.readBare(reader).reqMsgId()), array, offset, length);
            case NewSessionCreated.ID -> newSession(NewSessionCreated.readBare(reader));
            case BadServerSalt.ID -> resending.badSalt(BadServerSalt.readBare(reader));
            case BadMsgNotification.ID -> resending.badMessage(msgId, BadMsgNotification.readBare(reader));
            case DestroySessionOk.ID, DestroySessionNone.ID -> destroyed(array, offset, length);
            case DestroyAuthKeyOk.ID, DestroyAuthKeyNone.ID, DestroyAuthKeyFail.ID ->
                direct(calls.removeFirst(DestroyAuthKey.class::isInstance), array, offset, length);
            default -> {
                // updates and questions about messages: nothing waits for them here
            }
        }
    }

    private void result(byte[] array, int offset, int length) {
        try {
            PendingCall<?> call = calls.remove(RpcResults.requestId(array, offset, length));
            if (call != null) {
                complete(call, array, offset, length);
            }
        } catch (SessionException e) {
            brokenRule = e.check().orElse(Check.M13);
        }
    }

    private <R> void complete(PendingCall<R> call, byte[] array, int offset, int length) {
        call.complete(function -> results.read(array, offset, length, function));
    }

    private void pong(Pong pong, byte[] array, int offset, int length) {
        PendingCall<?> call = calls.get(pong.msgId());
        boolean own = call != null
                && (call.function() instanceof Ping ping && ping.pingId() == pong.pingId()
                        || call.function() instanceof PingDelayDisconnect delay && delay.pingId() == pong.pingId());
        if (own) {
            direct(calls.remove(pong.msgId()), array, offset, length);
        }
    }

    private void destroyed(byte[] array, int offset, int length) {
        DestroySessionRes answer = DestroySessionRes.read(new TlReader(array, offset, length));
        long id = answer instanceof DestroySessionOk ok ? ok.sessionId() : ((DestroySessionNone) answer).sessionId();
        direct(
                calls.removeFirst(function -> function instanceof DestroySession query && query.sessionId() == id),
                array,
                offset,
                length);
    }

    /** Completes a call whose answer comes without an rpc_result. */
    private <R> void direct(@Nullable PendingCall<R> call, byte[] array, int offset, int length) {
        if (call != null) {
            call.complete(function -> function.readResult(new TlReader(array, offset, length, settings.schema())));
        }
    }

    /** What was sent before the server began the session is lost, and sent again. */
    private void newSession(NewSessionCreated created) {
        if (created.uniqueId() == knownSession) {
            return;
        }
        knownSession = created.uniqueId();
        session.salt(new Salt(created.serverSalt()));
        if (calls.knows(created.firstMsgId())) {
            calls.removeBefore(created.firstMsgId()).forEach(call -> resending.again(call, "a new session"));
        }
    }
}
