package dev.mtproto.testkit.server;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.exchange.ServerReply;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.Reaction;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.transport.FrameHandler;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes the packets of a connection: finds the key, opens them, hands them to key exchanges and sessions. */
final class Intake implements FrameHandler, MessageHandler, AutoCloseable {

    private static final int NOT_FOUND = -404;

    private final Connection connection;
    private final ServerContext context;
    private @Nullable PacketOpener opener;
    private @Nullable ServerKey key;

    Intake(Connection connection, ServerContext context) {
        this.connection = connection;
        this.context = context;
    }

    /** Tells whether there was an encrypted packet under a known key. */
    boolean hasKey() {
        return key != null;
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        if (connection.isEnding()) {
            return;
        }
        OptionalLong keyId = PacketOpener.keyIdOf(array, offset, length);
        if (keyId.isEmpty()) {
            connection.refuse(Check.M1, NOT_FOUND);
        } else if (keyId.getAsLong() == 0) {
            exchange(array, offset, length);
        } else {
            ServerKey found = use(keyId.getAsLong());
            if (found == null || opener == null) {
                connection.refuse(Check.M3, NOT_FOUND);
            } else if (isServing(found)) {
                encrypted(found, opener, array, offset, length, wantsQuickAck);
            }
        }
    }

    @Override
    public void error(int code) {
        throw new IllegalStateException("a server receives packets, not transport errors");
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        throw new IllegalStateException("an opener tells of refusals alone");
    }

    /** Of a packet that could not be opened. */
    @Override
    public void refused(Refusal refusal) {
        int code = refusal.reaction() instanceof Reaction.CloseWith close ? close.transportError() : NOT_FOUND;
        connection.refuse(refusal.check(), code);
    }

    @Override
    public void close() {
        if (key != null) {
            key.leave(connection);
        }
        if (opener != null) {
            opener.destroy();
        }
    }

    private void exchange(byte[] array, int offset, int length) {
        PacketBuffer answer = new PacketBuffer();
        ServerReply reply = context.exchange().receive(connection.address(), array, offset, length, answer);
        if (reply instanceof ServerReply.Refused refused) {
            connection.refuse(refused.check(), refused.transportError());
            return;
        }
        if (reply instanceof ServerReply.KeyCreated created) {
            context.tell(new DataCenterEvent.KeyCreated(
                    connection.number(),
                    created.key().id(),
                    created.key().expiresAt().isPresent()));
        }
        connection.outlet().add(out -> out.packet(answer));
    }

    /**
     * Returns the key of a packet, null if it is not known. A connection serves one key at a time: on it only another key that
     * is known may follow, as with clients that replace their temporary one.
     */
    @Enforces(Check.T17)
    private @Nullable ServerKey use(long keyId) {
        if (key != null && key.id().value() == keyId) {
            return key;
        }
        ServerKey found = context.keys().find(keyId);
        PacketOpener next = found == null ? null : found.use(connection, context.settings());
        if (next == null) {
            return null;
        }
        close();
        key = found;
        opener = next;
        return found;
    }

    /** An opener knows when a key ends by itself, not that its binding ends sooner. */
    private boolean isServing(ServerKey owner) {
        if (owner.isOver(context.unixSeconds())) {
            connection.refuse(Check.M3, NOT_FOUND);
            return false;
        }
        return true;
    }

    private void encrypted(
            ServerKey owner, PacketOpener packet, byte[] array, int offset, int length, boolean wantsQuickAck) {
        if (!packet.open(array, offset, length, this)) {
            return;
        }
        connection.keepOpenFor(context.settings().limits().idle());
        ServerSession session = owner.session(packet.sessionId(), context);
        while (session != null && !session.receive(connection, packet, wantsQuickAck)) {
            session = owner.session(packet.sessionId(), context); // it was destroyed a moment ago
        }
    }
}
