package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.SaltCheck;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A client's engine with a hand-driven server: shows what the engine sends, and says to it what a test wants. */
final class Peer implements SaltCheck {

    /** A message as the server got it. */
    record Got(long msgId, int seqNo, byte[] body) {
        int type() {
            return new TlReader(body, 0, 4).readInt();
        }

        TlObject object() {
            return new TlReader(body, 0, body.length, MtprotoSchema.INSTANCE).readObject();
        }
    }

    final FakeClock clock = FakeClock.at(1_780_000_000L);
    /** The server's clock. */
    final FakeClock serverClock = FakeClock.at(1_780_000_000L);

    final SessionEngine engine;
    final List<EngineEvent> events = new ArrayList<>();
    /** The salt that the server takes; 0 for any. */
    long wantedSalt;

    private final PacketBuffer buffer = new PacketBuffer();
    private final AuthKey key;
    private EncryptedSession session;

    Peer() {
        this(EngineLimits.DEFAULT);
    }

    Peer(EngineLimits limits) {
        this(limits, Keys.KEY);
    }

    Peer(EngineLimits limits, AuthKey key) {
        this.key = key;
        SessionClock serverTime = SessionClock.client(clock);
        serverTime.synchroniseTo(0);
        engine = SessionEngine.builder(Keys.CRYPTO, key)
                .clock(clock, serverTime)
                .random(new SeededRandom(5))
                .salt(new Salt(7))
                .limits(limits)
                .build();
        session = newSession();
    }

    /** Opens a connection, and answers the question for salts. */
    static Peer connected() {
        return connected(EngineLimits.DEFAULT);
    }

    static Peer connected(EngineLimits limits) {
        Peer peer = new Peer(limits);
        peer.engine.connectionOpened();
        peer.receive();
        return peer;
    }

    /** Serves the session that the engine is in now. */
    void follow() {
        session = newSession();
    }

    /** Returns all that the engine sends now, container by container taken apart. */
    List<Got> receive() {
        List<Got> got = new ArrayList<>();
        for (byte[] packet : packets()) {
            deliver(packet, got);
        }
        return got;
    }

    /** Returns the msg_id of a packet, that of the container if it is one; the packet stays as it is. */
    long packetId(byte[] packet) {
        PacketOpener opener = PacketOpener.of(Keys.CRYPTO, key, Role.SERVER, SessionClock.server(serverClock), false);
        byte[] copy = packet.clone();
        if (!opener.open(copy, 0, copy.length, (msgId, seqNo, array, offset, length) -> {})) {
            throw new AssertionError("an unreadable packet");
        }
        return opener.msgId();
    }

    void deliver(byte[] packet, List<Got> got) {
        session.unpack(packet, 0, packet.length, new MessageHandler() {
            @Override
            public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
                byte[] body = new byte[length];
                System.arraycopy(array, offset, body, 0, length);
                got.add(new Got(msgId, seqNo, body));
            }
        });
    }

    List<byte[]> packets() {
        List<byte[]> packets = new ArrayList<>();
        while (engine.nextPacket(buffer)) {
            byte[] packet = new byte[buffer.length()];
            System.arraycopy(buffer.array(), buffer.offset(), packet, 0, packet.length);
            packets.add(packet);
        }
        return packets;
    }

    long say(TlObject object) {
        PacketBuffer out = new PacketBuffer();
        long msgId = session.pack(object, out);
        engine.received(out.array(), out.offset(), out.length());
        takeEvents();
        return msgId;
    }

    /** Returns a packet of the server. */
    byte[] packed(TlObject object) {
        PacketBuffer out = new PacketBuffer();
        session.pack(object, out);
        return Arrays.copyOfRange(out.array(), out.offset(), out.offset() + out.length());
    }

    /** Says several things in one container. */
    void sayTogether(TlObject... objects) {
        PacketBuffer out = new PacketBuffer();
        ContainerWriter container = session.openContainer(out);
        for (TlObject object : objects) {
            container.add(object);
        }
        container.seal();
        engine.received(out.array(), out.offset(), out.length());
        takeEvents();
    }

    long answer(long msgId, byte[] result) {
        return say(new RpcResult(msgId, new WrittenObject(result)));
    }

    long submit(long number) {
        return engine.submit(Request.of(Numbered.query(number)));
    }

    void pass(Duration time) {
        clock.advance(time);
        serverClock.advance(time);
        engine.poll();
        takeEvents();
    }

    List<Outcome> outcomes(long requestId) {
        takeEvents();
        return events.stream()
                .filter(EngineEvent.Done.class::isInstance)
                .map(EngineEvent.Done.class::cast)
                .filter(done -> done.requestId() == requestId)
                .map(EngineEvent.Done::outcome)
                .toList();
    }

    <E extends EngineEvent> List<E> events(Class<E> type) {
        takeEvents();
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static List<Got> only(List<Got> messages, int type) {
        return messages.stream().filter(got -> got.type() == type).toList();
    }

    @Override
    public boolean accepts(long salt) {
        return wantedSalt == 0 || salt == wantedSalt;
    }

    @Override
    public long current() {
        return wantedSalt;
    }

    private void takeEvents() {
        for (EngineEvent event = engine.nextEvent(); event != null; event = engine.nextEvent()) {
            events.add(event);
        }
    }

    private EncryptedSession newSession() {
        return EncryptedSession.builder(Keys.CRYPTO, key, Role.SERVER)
                .sessionId(new SessionId(engine.sessionId().value()))
                .salts(this)
                .clock(SessionClock.server(serverClock))
                .random(new SeededRandom(6))
                .build();
    }
}
