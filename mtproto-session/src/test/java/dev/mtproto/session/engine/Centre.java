package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.session.binding.BindingPlace;
import dev.mtproto.session.binding.BindingVerdict;
import dev.mtproto.session.binding.BindingVerifier;
import dev.mtproto.session.exchange.AuthKeyRegistry;
import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.session.exchange.ServerExchangeOptions;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.session.exchange.ServerReply;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.test.Vectors;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.tl.schema.RpcError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data centre in memory: makes keys, verifies bindings, and serves queries under keys that are bound, when it is told to. */
final class Centre implements AuthKeyRegistry {

    static final int DC = 2;
    private static final RsaPrivateKey RSA = rsa(Vectors.object("e2e").object("rsa"));

    /** A query that runs, and where. */
    record Running(ServerEngine engine, AuthKeyId key, long msgId, long number) {}

    final ServerKeys publicKeys = ServerKeys.of(RSA.publicKey());
    final Map<AuthKeyId, AuthKey> keys = new HashMap<>();
    final Map<AuthKeyId, AuthKeyId> bindings = new HashMap<>();
    final List<Running> running = new ArrayList<>();

    private final FakeClock clock;
    private final SeededRandom random = new SeededRandom(77);
    private final ServerExchange exchange;
    private final BindingVerifier verifier;
    private final Map<AuthKeyId, Salt> salts = new HashMap<>();
    private final Map<AuthKeyId, CentreSession> sessions = new HashMap<>();

    Centre(FakeClock clock) {
        this.clock = clock;
        this.exchange = new ServerExchange(
                ServerExchangeOptions.builder().keys(RSA).dcs(DC).build(), Keys.CRYPTO, random, clock, this);
        this.verifier = new BindingVerifier(Keys.CRYPTO, id -> Optional.ofNullable(keys.get(id)), clock);
    }

    @Override
    public boolean add(AuthKey key, Salt firstSalt) {
        keys.put(key.id(), key);
        salts.put(key.id(), firstSalt);
        return true;
    }

    /** Takes a packet of a key exchange. */
    void exchange(byte[] packet, PacketBuffer out) {
        if (exchange.receive(packet, 0, packet.length, out) instanceof ServerReply.Refused refused) {
            throw new AssertionError(refused.toString());
        }
    }

    void forget(AuthKeyId key) {
        keys.remove(key);
        sessions.remove(key);
    }

    /** Takes an encrypted packet; false if the key is unknown or over, which a transport says as -404. */
    boolean receive(AuthKeyId id, SessionId session, byte[] packet) {
        AuthKey key = keys.get(id);
        if (key == null || key.expiresAt().orElse(Long.MAX_VALUE) * 1000 <= clock.millis()) {
            return false;
        }
        CentreSession at = sessions.computeIfAbsent(
                id, first -> new CentreSession(key, session, salts.getOrDefault(id, new Salt(0)), clock, random));
        at.receive(packet);
        takeEvents(at);
        return true;
    }

    boolean nextPacket(AuthKeyId key, PacketBuffer out) {
        CentreSession session = sessions.get(key);
        return session != null && session.engine.nextPacket(out);
    }

    /** Answers all queries that run under a key. */
    void answerAll(AuthKeyId key) {
        for (Running query : List.copyOf(running)) {
            if (query.key().equals(key)) {
                query.engine().answer(query.msgId(), Numbered.answer(query.number()));
                running.remove(query);
            }
        }
        takeEvents(sessions.get(key));
    }

    private void takeEvents(CentreSession at) {
        for (ServerEvent event = at.engine.nextEvent(); event != null; event = at.engine.nextEvent()) {
            if (event instanceof ServerEvent.Query query) {
                query(at, query);
            }
        }
    }

    private void query(CentreSession at, ServerEvent.Query query) {
        AuthKeyId id = at.key.id();
        TlReader reader = new TlReader(query.body(), 0, query.body().length, MtprotoSchema.INSTANCE);
        if (reader.peekConstructorId() == AuthBindTempAuthKey.ID) {
            bind(at, query.msgId(), AuthBindTempAuthKey.read(reader));
        } else if (at.key.expiresAt().isEmpty() || !bindings.containsKey(id)) {
            at.engine.answer(query.msgId(), ServerCore.written(new RpcError(401, "AUTH_KEY_PERM_EMPTY")));
        } else {
            running.add(new Running(at.engine, id, query.msgId(), Numbered.number(query.body())));
        }
    }

    private void bind(CentreSession at, long msgId, AuthBindTempAuthKey request) {
        AuthKeyId id = at.key.id();
        BindingPlace place = new BindingPlace(at.key, at.session, msgId, Optional.ofNullable(bindings.get(id)));
        BindingVerdict verdict = verifier.verify(request, place);
        if (verdict instanceof BindingVerdict.Bound bound) {
            bindings.put(id, bound.permanent());
            at.engine.answer(msgId, ServerCore.written(new BoolTrue()));
        } else if (verdict instanceof BindingVerdict.Refused refused) {
            at.engine.answer(msgId, ServerCore.written(new RpcError(refused.code(), refused.text())));
        }
    }

    private static RsaPrivateKey rsa(Fields rsa) {
        return new RsaPrivateKey(
                new RsaPublicKey(number(rsa, "n"), number(rsa, "e")),
                number(rsa, "d"),
                number(rsa, "p"),
                number(rsa, "q"));
    }

    private static BigInteger number(Fields fields, String name) {
        return new BigInteger(1, fields.hex(name));
    }
}
