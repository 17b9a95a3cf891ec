package dev.mtproto.tests.server;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.exchange.ClientKeyExchange;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.api.ApiSchema;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.DialOptions;
import dev.mtproto.transport.socket.FramedSocket;
import dev.mtproto.transport.socket.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** A client that sends what a test says, message by message, and shows what comes back. */
final class RawClient implements AutoCloseable, FrameHandler, MessageHandler {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final TlSchema SCHEMA = TlSchema.of(MtprotoSchema.INSTANCE, ApiSchema.INSTANCE);

    final Deque<TlObject> received = new ArrayDeque<>();
    /** The msg_ids of the server's messages that have to be acknowledged. */
    final Deque<Long> unacknowledged = new ArrayDeque<>();
    /** The ids of messages that came once more. */
    final Deque<Long> repeated = new ArrayDeque<>();

    int quickAck;
    int error;
    int packets;

    private final FramedSocket socket;
    private final Crypto crypto;
    private final PacketBuffer out = new PacketBuffer();
    private EncryptedSession session;
    private ClientKeyExchange exchange;
    private ClientKeyExchange.Step step = ClientKeyExchange.Step.IGNORED;

    RawClient(EmbeddedDataCenter server, Framing framing, Crypto crypto) {
        this(server, Transport.of(framing), crypto);
    }

    RawClient(EmbeddedDataCenter server, Transport transport, Crypto crypto) {
        this.socket = FramedSocket.connect(
                server.address(), transport, new DialOptions(2, crypto, InstantSource.system(), LONG, 1 << 24));
        this.crypto = crypto;
    }

    ExchangeResult exchange(EmbeddedDataCenter server, OptionalInt expiresIn) {
        exchange = new ClientKeyExchange(
                new ExchangeRequest(server.serverKeys(), 2, expiresIn),
                crypto,
                crypto.random(),
                InstantSource.system());
        step = ClientKeyExchange.Step.IGNORED;
        exchange.start(out);
        socket.send(out, false);
        while (step != ClientKeyExchange.Step.DONE) {
            receiveOnce();
        }
        return exchange.result();
    }

    EncryptedSession open(AuthKey key, Salt salt) {
        session = EncryptedSession.builder(crypto, key, Role.CLIENT)
                .salt(salt)
                .clock(SessionClock.client(InstantSource.system()))
                .build();
        return session;
    }

    /** Goes on with a session that another connection has begun. */
    void resume(EncryptedSession begun) {
        session = begun;
    }

    long send(TlObject body) {
        long msgId = session.pack(body, out);
        socket.send(out, false);
        return msgId;
    }

    /** Acknowledges all that has come. */
    void acknowledge() {
        send(new MsgsAck(List.copyOf(unacknowledged)));
        unacknowledged.clear();
    }

    /** Sends a message over HTTP, whose response may be held back. */
    void poll(TlObject body) {
        session.pack(body, out);
        socket.sendPoll(out);
    }

    boolean isPolling() {
        return !socket.wantsPoll();
    }

    /** Sends what a test has packed itself. */
    void sendPacket(PacketBuffer packet, boolean wantsQuickAck) {
        socket.send(packet, wantsQuickAck);
    }

    /** Returns the next message of a type, and skips the others. */
    <T extends TlObject> T await(Class<T> type) {
        while (true) {
            while (received.isEmpty()) {
                receiveOnce();
            }
            TlObject next = received.remove();
            if (type.isInstance(next)) {
                return type.cast(next);
            }
        }
    }

    /** Waits for a message that came before to come again. */
    long awaitRepeated() {
        while (repeated.isEmpty()) {
            receiveOnce();
        }
        return repeated.remove();
    }

    /** Waits until the server has closed the connection. */
    void awaitEnd() {
        FramedSocket.Received last;
        do {
            last = socket.receive(this, LONG);
            if (last == FramedSocket.Received.NOTHING) {
                throw new AssertionError("the server did not close the connection");
            }
        } while (last != FramedSocket.Received.END);
    }

    void receiveOnce() {
        if (socket.receive(this, LONG) != FramedSocket.Received.BYTES) {
            throw new AssertionError("the server said nothing more");
        }
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        packets++;
        if (session == null) {
            step = exchange.receive(array, offset, length, out);
            if (step == ClientKeyExchange.Step.SEND) {
                socket.send(out, false);
            }
        } else {
            session.unpack(array, offset, length, this);
        }
    }

    @Override
    public void quickAck(int token) {
        quickAck = token;
    }

    @Override
    public void error(int code) {
        error = code;
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        if ((seqNo & 1) != 0) {
            unacknowledged.add(msgId);
        }
        received.add(new TlReader(array, offset, length, SCHEMA).readObject());
    }

    @Override
    public void duplicate(long msgId, int seqNo) {
        repeated.add(msgId);
    }

    @Override
    public void close() {
        socket.close();
    }
}
