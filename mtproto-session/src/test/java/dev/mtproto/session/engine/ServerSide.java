package dev.mtproto.session.engine;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server's engine with a hand-driven client. */
final class ServerSide {

    static final SessionId SESSION = new SessionId(42);
    private static final MessageHandler IGNORE = (msgId, seqNo, array, offset, length) -> {};

    final FakeClock clock = FakeClock.at(1_780_000_000);
    final EncryptedSession client;
    final ServerEngine server;
    final ServerSalts salts;

    private final PacketOpener opener;
    private final PacketBuffer buffer = new PacketBuffer();

    ServerSide() {
        SeededRandom random = new SeededRandom(3);
        SessionClock time = SessionClock.server(clock);
        salts = new ServerSalts(new Salt(7), clock, random);
        opener = PacketOpener.of(Keys.CRYPTO, Keys.KEY, Role.SERVER, time, false);
        server = new ServerEngine(
                EncryptedSession.builder(Keys.CRYPTO, Keys.KEY, Role.SERVER)
                        .sessionId(SESSION)
                        .salts(salts)
                        .clock(time)
                        .random(random)
                        .build(),
                salts,
                clock,
                random);
        client = EncryptedSession.builder(Keys.CRYPTO, Keys.KEY, Role.CLIENT)
                .sessionId(SESSION)
                .salt(new Salt(7))
                .clock(SessionClock.client(clock))
                .random(random)
                .build();
    }

    /** Sends an object, alone in its packet. */
    long ask(TlObject object) {
        byte[] packet = packed(object);
        long msgId = idOf(packet);
        take(packet);
        return msgId;
    }

    byte[] packed(TlObject object) {
        client.pack(object, buffer);
        return packet();
    }

    byte[] packedTogether(TlObject... objects) {
        ContainerWriter container = client.openContainer(buffer);
        for (TlObject object : objects) {
            container.add(object);
        }
        container.seal();
        return packet();
    }

    /** Returns the msg_id of a packet, that of the container if it is one; the packet stays as it is. */
    long idOf(byte[] packet) {
        byte[] copy = packet.clone();
        if (!opener.open(copy, 0, copy.length, IGNORE)) {
            throw new AssertionError("an unreadable packet");
        }
        return opener.msgId();
    }

    void take(byte[] packet) {
        if (!opener.open(packet, 0, packet.length, IGNORE)) {
            throw new AssertionError("an unreadable packet");
        }
        server.received(opener);
    }

    /** Returns all that the server sends now. */
    List<Peer.Got> receive() {
        List<Peer.Got> got = new ArrayList<>();
        while (server.nextPacket(buffer)) {
            got.addAll(unpacked());
        }
        return got;
    }

    /** Returns the packets that the server sends now. */
    List<byte[]> packets() {
        List<byte[]> packets = new ArrayList<>();
        while (server.nextPacket(buffer)) {
            packets.add(packet());
        }
        return packets;
    }

    /** Takes out the next query; null if there is none. */
    ServerEvent.@Nullable Query query() {
        return (ServerEvent.Query) server.nextEvent();
    }

    private List<Peer.Got> unpacked() {
        List<Peer.Got> got = new ArrayList<>();
        client.unpack(
                buffer.array(),
                buffer.offset(),
                buffer.length(),
                (msgId, seqNo, array, offset, length) ->
                        got.add(new Peer.Got(msgId, seqNo, Arrays.copyOfRange(array, offset, offset + length))));
        return got;
    }

    private byte[] packet() {
        return Arrays.copyOfRange(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
    }

    /** Returns the query to which a result belongs. */
    static long requestOf(Peer.Got result) {
        return new TlReader(result.body(), 4, 8).readLong();
    }
}
