package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client and a server of ours against each other, with a wire between them that a test may change. */
final class Duel implements AuthKeyRegistry {

    /** Changes a packet on its way. */
    interface Wire {
        /** Returns what arrives in place of the packet; the number counts packets both ways, from 0. */
        byte[] carry(int number, byte[] packet);
    }

    private static final int MAX_PACKETS = 100;

    private final FakeClock clock = FakeClock.at(1_700_000_000);
    private final Map<Long, AuthKey> keys = new HashMap<>();
    private final Map<Long, Salt> salts = new HashMap<>();
    private final PacketBuffer out = new PacketBuffer();
    private final ServerExchange server;
    private final ClientKeyExchange client;
    private int refusals;
    private int packets;
    private int ignored;

    Duel(long seed, ExchangeRequest request, int refusals) {
        this.refusals = refusals;
        server = new ServerExchange(
                TestServer.options().acceptObsoletePadding(seed % 2 == 0).build(),
                TestServer.CRYPTO,
                new SeededRandom(seed),
                clock,
                this);
        client = new ClientKeyExchange(request, TestServer.CRYPTO, new SeededRandom(~seed), clock);
    }

    @Override
    public boolean add(AuthKey key, Salt firstSalt) {
        if (refusals-- > 0) {
            return false;
        }
        keys.put(key.id().value(), key);
        salts.put(key.id().value(), firstSalt);
        return true;
    }

    /** Runs the exchange; each query goes out so many times more than once. Empty if either side refuses. */
    Optional<ExchangeResult> run(Wire wire, int repeats) {
        client.start(out);
        byte[] query = Packets.of(out);
        while (packets < MAX_PACKETS) {
            byte[] answer = ask(wire, query);
            if (answer == null) {
                return Optional.empty();
            }
            ClientKeyExchange.Step step;
            try {
                step = client.receive(answer, 0, answer.length, out);
            } catch (KeyExchangeException e) {
                return Optional.empty();
            }
            switch (step) {
                case DONE -> {
                    return Optional.of(client.result());
                }
                case IGNORED -> client.resend(out);
                case SEND -> {
                    byte[] next = Packets.of(out);
                    if (!repeat(wire, query, repeats)) {
                        return Optional.empty();
                    }
                    PlainMessage.write(Packets.body(next), 8, out);
                }
            }
            query = Packets.of(out);
        }
        throw new AssertionError("no end after " + MAX_PACKETS + " packets");
    }

    /** Sends a query again after its answer: the same answer comes and is ignored. */
    private boolean repeat(Wire wire, byte[] query, int repeats) {
        for (int i = 0; i < repeats; i++) {
            byte[] answer = ask(wire, query);
            if (answer == null || client.receive(answer, 0, answer.length, out) != ClientKeyExchange.Step.IGNORED) {
                return false;
            }
            ignored++;
        }
        return true;
    }

    private byte @Nullable [] ask(Wire wire, byte[] query) {
        byte[] arrived = wire.carry(packets++, query);
        ServerReply reply = server.receive(arrived, 0, arrived.length, out);
        if (reply instanceof ServerReply.Refused refused) {
            client.transportFailure(refused.transportError());
            return null;
        }
        return wire.carry(packets++, Packets.of(out));
    }

    int ignored() {
        return ignored;
    }

    /** Tells whether the server holds exactly what the client believes to have agreed. */
    boolean agrees(ExchangeResult result) {
        AuthKey own = keys.get(result.key().id().value());
        if (own == null) {
            return false;
        }
        byte[] a = new byte[256];
        byte[] b = new byte[256];
        own.copyTo(a, 0);
        result.key().copyTo(b, 0);
        return Arrays.equals(a, b)
                && result.firstSalt().equals(salts.get(own.id().value()))
                && result.key().expiresAt().equals(own.expiresAt());
    }
}
