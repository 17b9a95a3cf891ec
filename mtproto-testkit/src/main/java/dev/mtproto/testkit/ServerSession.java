package dev.mtproto.testkit;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.tl.schema.NewSessionCreated;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session of a data centre; connections take turns at it. */
final class ServerSession {

    private static final int MOST_TOGETHER = 1000;

    private final EncryptedSession session;
    private final ServerSalts salts;
    private final long uniqueId;
    private final ReceivedIds received = new ReceivedIds();
    private long firstMsgId;

    ServerSession(EncryptedSession session, ServerSalts salts, RandomSource random) {
        this.session = session;
        this.salts = salts;
        this.uniqueId = ByteBuffer.wrap(random.nextBytes(Long.BYTES)).getLong();
    }

    long id() {
        return session.sessionId().value();
    }

    /** Checks an opened packet; returns the token of its quick acknowledgement. */
    synchronized int unpack(PacketOpener packet, MessageHandler handler) {
        session.unpack(packet, handler);
        return session.receivedQuickAckToken();
    }

    /**
     * Notes what was received. The first message makes the session known to the client, and so does one that is older than
     * what was the first.
     */
    synchronized Optional<NewSessionCreated> received(List<Incoming> messages) {
        long lowest = Long.MAX_VALUE;
        for (Incoming message : messages) {
            received.add(message.msgId());
            lowest = Math.min(lowest, message.msgId());
        }
        if (messages.isEmpty() || firstMsgId != 0 && lowest >= firstMsgId) {
            return Optional.empty();
        }
        firstMsgId = lowest;
        return Optional.of(new NewSessionCreated(lowest, uniqueId, salts.current()));
    }

    synchronized byte[] states(List<Long> msgIds) {
        byte[] states = new byte[msgIds.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = received.state(msgIds.get(i));
        }
        return states;
    }

    /** Packs what is small together, what is large alone, in order. */
    synchronized List<PacketBuffer> pack(List<Outgoing> messages) {
        session.salt(new Salt(salts.current()));
        List<PacketBuffer> packets = new ArrayList<>();
        List<Outgoing> together = new ArrayList<>();
        int length = 0;
        for (Outgoing message : messages) {
            boolean full = length + message.length() > ContainerWriter.SOFT_BYTES || together.size() >= MOST_TOGETHER;
            if (full && !together.isEmpty()) {
                packets.add(packTogether(together));
                together.clear();
                length = 0;
            }
            together.add(message);
            length += message.length();
        }
        if (!together.isEmpty()) {
            packets.add(packTogether(together));
        }
        return packets;
    }

    synchronized void destroy() {
        session.destroy();
    }

    private PacketBuffer packTogether(List<Outgoing> messages) {
        PacketBuffer out = new PacketBuffer();
        if (messages.size() == 1) {
            Outgoing only = messages.get(0);
            session.pack(only.body(), 0, only.length(), only.contentRelated(), out);
            return out;
        }
        ContainerWriter container = session.openContainer(out);
        for (Outgoing message : messages) {
            container.add(message.body(), 0, message.length(), message.contentRelated());
        }
        container.seal();
        return out;
    }
}
