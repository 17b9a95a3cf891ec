package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.SaltCheck;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.TlObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The hand-driven server's end of a connection to an engine. */
final class Wire implements SaltCheck {

    final SessionEngine engine;
    final AuthKey key;
    private final EncryptedSession session;
    private final PacketBuffer buffer = new PacketBuffer();

    Wire(SessionEngine engine, AuthKey key, InstantSource clock) {
        this.engine = engine;
        this.key = key;
        this.session = EncryptedSession.builder(Keys.CRYPTO, key, Role.SERVER)
                .sessionId(engine.sessionId())
                .salts(this)
                .clock(SessionClock.server(clock))
                .random(new SeededRandom(6))
                .build();
    }

    /** Returns all that the engine sends now, container by container taken apart. */
    List<Peer.Got> receive() {
        List<Peer.Got> got = new ArrayList<>();
        engine.poll();
        while (engine.nextPacket(buffer)) {
            MessageHandler taker = (msgId, seqNo, array, offset, length) -> {
                byte[] body = new byte[length];
                System.arraycopy(array, offset, body, 0, length);
                got.add(new Peer.Got(msgId, seqNo, body));
            };
            session.unpack(buffer.array(), buffer.offset(), buffer.length(), taker);
        }
        return got;
    }

    void say(TlObject object) {
        PacketBuffer out = new PacketBuffer();
        session.pack(object, out);
        engine.received(out.array(), out.offset(), out.length());
    }

    @Override
    public boolean accepts(long salt) {
        return true;
    }

    @Override
    public long current() {
        return 0;
    }
}
