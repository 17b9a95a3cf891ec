package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;

/** The one session that a {@link Centre} serves under a key. */
final class CentreSession {

    final AuthKey key;
    final SessionId session;
    final ServerEngine engine;

    private final PacketOpener opener;

    CentreSession(AuthKey key, SessionId session, Salt firstSalt, FakeClock clock, SeededRandom random) {
        this.key = key;
        this.session = session;
        SessionClock time = SessionClock.server(clock);
        ServerSalts salts = new ServerSalts(firstSalt, clock, random);
        opener = PacketOpener.of(Keys.CRYPTO, key, Role.SERVER, time, false);
        EncryptedSession encrypted = EncryptedSession.builder(Keys.CRYPTO, key, Role.SERVER)
                .sessionId(session)
                .salt(firstSalt)
                .salts(salts)
                .clock(time)
                .random(random)
                .build();
        engine = new ServerEngine(encrypted, salts, clock, random);
        engine.connectionOpened();
    }

    void receive(byte[] packet) {
        if (!opener.open(packet, 0, packet.length, (msgId, seqNo, array, offset, length) -> {})) {
            throw new AssertionError("an unreadable packet");
        }
        engine.received(opener);
    }
}
