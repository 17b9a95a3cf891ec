package dev.mtproto.testkit;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.util.ArrayList;
import java.util.List;

/** The answers to one packet, in the session that it came in. */
final class Answers {

    private final ServerKey key;
    private final ServerSession session;
    private final ServerConnection connection;
    private final List<Outgoing> messages = new ArrayList<>();
    private final List<Long> acks = new ArrayList<>();
    private Runnable afterwards = () -> {};

    Answers(ServerKey key, ServerSession session, ServerConnection connection) {
        this.key = key;
        this.session = session;
        this.connection = connection;
    }

    ServerKey key() {
        return key;
    }

    ServerSession session() {
        return session;
    }

    ServerConnection connection() {
        return connection;
    }

    /** Handles the messages of a packet, and acknowledges again what was repeated. */
    void begin(List<Incoming> received, List<Long> repeated) {
        acks.addAll(repeated);
        session.received(received).ifPresent(created -> add(Outgoing.content(created)));
        ServiceMessages service = new ServiceMessages(this);
        for (Incoming message : received) {
            service.handle(message);
        }
    }

    void add(Outgoing message) {
        messages.add(message);
    }

    /** Sets what is to be done when the answers have been sent. */
    void afterwards(Runnable action) {
        afterwards = action;
    }

    void acknowledge(long msgId) {
        acks.add(msgId);
    }

    void addError(long msgId, int code, String text) {
        add(Outgoing.content(new RpcResult(msgId, new RpcError(code, text))));
    }

    /** Adds a result that is serialised already. */
    void addResult(long msgId, byte[] result, int length) {
        TlWriter writer = new TlWriter(12 + length);
        writer.writeConstructorId(RpcResult.ID);
        writer.writeLong(msgId);
        writer.raw(result, 0, length);
        add(new Outgoing(writer.toByteArray(), true));
    }

    void send() {
        if (!acks.isEmpty()) {
            messages.add(0, Outgoing.service(new MsgsAck(acks)));
        }
        for (PacketBuffer packet : session.pack(messages)) {
            connection.send(packet);
        }
        afterwards.run();
    }
}
