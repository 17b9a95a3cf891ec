package dev.mtproto.session.message;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import java.util.Arrays;

/** A client and a server in one session, and for each a hostile peer in place of the other. */
final class Pair {

    static final Crypto CRYPTO = Cryptos.open();
    static final long NOW = 1_700_000_300;
    static final long SALT = 0x1122334455667788L;
    static final long SESSION = 0x0102030405060708L;
    static final AuthKey KEY = key(1);

    final FakeClock time = FakeClock.at(NOW);
    final SessionClock clientClock = SessionClock.client(time);
    final EncryptedSession client;
    final EncryptedSession server;
    final HostilePeer toServer;
    final HostilePeer toClient;

    Pair() {
        this(KEY, SessionLimits.DEFAULT, PaddingPolicy.minimum());
    }

    Pair(AuthKey key, SessionLimits limits, PaddingPolicy padding) {
        clientClock.synchroniseTo(0);
        client = builder(key, Role.CLIENT)
                .clock(clientClock)
                .limits(limits)
                .padding(padding)
                .build();
        server = builder(key, Role.SERVER)
                .clock(SessionClock.server(time))
                .limits(limits)
                .padding(padding)
                .build();
        toServer = new HostilePeer(CRYPTO, key, Role.CLIENT, SALT, SESSION);
        toClient = new HostilePeer(CRYPTO, key, Role.SERVER, SALT, SESSION);
    }

    static EncryptedSessionBuilder builder(AuthKey key, Role role) {
        return EncryptedSession.builder(CRYPTO, key, role)
                .sessionId(new SessionId(SESSION))
                .salt(new Salt(SALT))
                .random(new SeededRandom(role.ordinal()));
    }

    static AuthKey key(int seed) {
        byte[] value = new SeededRandom(seed).nextBytes(AuthKey.LENGTH);
        return AuthKey.permanent(value, new AuthKeyId(0x1000 + seed));
    }

    static AuthKey temporaryKey(long expiresAt) {
        return AuthKey.temporary(new SeededRandom(1).nextBytes(AuthKey.LENGTH), KEY.id(), expiresAt);
    }

    EncryptedSession receiver(Role role) {
        return role == Role.CLIENT ? client : server;
    }

    /** What seals packets that the given role receives. */
    HostilePeer against(Role role) {
        return role == Role.CLIENT ? toClient : toServer;
    }

    /** An id of the peer of a role, the given seconds from now and the given step of 4 after that. */
    static long id(Role receiver, long seconds, int step) {
        return ((NOW + seconds) << 32) + 4L * (step + 1) + (receiver == Role.CLIENT ? 1 : 0);
    }

    static long toServerId(int step) {
        return id(Role.SERVER, 0, step);
    }

    static long toClientId(int step) {
        return id(Role.CLIENT, 0, step);
    }

    Recorder receive(Role role, byte[] packet) {
        Recorder recorder = new Recorder();
        receiver(role).unpack(packet.clone(), 0, packet.length, recorder);
        return recorder;
    }

    Recorder serverReceives(long msgId, int seqNo, byte[] body) {
        return receive(Role.SERVER, toServer.message(msgId, seqNo, body));
    }

    Recorder clientReceives(long msgId, int seqNo, byte[] body) {
        return receive(Role.CLIENT, toClient.message(msgId, seqNo, body));
    }

    static byte[] packet(PacketBuffer out) {
        return Arrays.copyOfRange(out.array(), out.offset(), out.offset() + out.length());
    }
}
