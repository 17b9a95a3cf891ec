package dev.mtproto.tests.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.exchange.ClientKeyExchange;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.session.exchange.ServerExchangeOptions;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.session.exchange.ServerReply;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PaddingPolicy;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.transport.Framing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Client and server against each other, from the first byte on, over streams that are cut anywhere. */
class SplitStreamTests {

    private static final Crypto CRYPTO = Cryptos.open();
    private static final RsaPrivateKey RSA = CRYPTO.newRsaKey();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));
    private static final int UNKNOWN_OBJECT = 0x0bad_f00d;

    @Property(tries = 60)
    void aKeyIsMadeAndEveryMessageArrivesAsItWasSent(
            @ForAll Framing framing,
            @ForAll("bodies") List<byte[]> questions,
            @ForAll("bodies") List<byte[]> answers,
            @ForAll("paddings") PaddingPolicy padding,
            @ForAll long seed) {
        Random cuts = new Random(seed);
        RandomSource random = (target, offset, length) -> {
            byte[] drawn = new byte[length];
            cuts.nextBytes(drawn);
            System.arraycopy(drawn, 0, target, offset, length);
        };
        Wire toServer = new Wire(framing, Role.CLIENT, random, cuts);
        Wire toClient = new Wire(framing, Role.SERVER, random, cuts);

        Keys keys = exchange(toServer, toClient, random);
        assertEquals(keys.server().key().id(), keys.client().key().id());
        assertEquals(keys.server().firstSalt(), keys.client().firstSalt());

        SessionClock clock = SessionClock.client(CLOCK);
        clock.synchroniseTo(keys.client().timeOffsetSeconds());
        EncryptedSession client = EncryptedSession.builder(CRYPTO, keys.client().key(), Role.CLIENT)
                .salt(keys.client().firstSalt())
                .clock(clock)
                .random(random)
                .padding(padding)
                .build();
        EncryptedSession server = EncryptedSession.builder(CRYPTO, keys.server().key(), Role.SERVER)
                .salt(keys.server().firstSalt())
                .sessionId(client.sessionId())
                .clock(SessionClock.server(CLOCK))
                .random(random)
                .padding(padding)
                .build();
        assertArrives(questions, client, toServer, server);
        assertArrives(answers, server, toClient, client);
    }

    @Provide
    Arbitrary<List<byte[]>> bodies() {
        Arbitrary<Integer> words = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(1, 300)),
                Tuple.of(1, Arbitraries.integers().between(300, 40_000)));
        Arbitrary<byte[]> body = words.flatMap(count -> Arbitraries.longs().map(seed -> body(count, seed)));
        return body.list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<PaddingPolicy> paddings() {
        return Arbitraries.of(PaddingPolicy.minimum(), PaddingPolicy.buckets(), PaddingPolicy.random(256));
    }

    private static byte[] body(int words, long seed) {
        byte[] body = new byte[4 * words];
        new Random(seed).nextBytes(body);
        for (int i = 0; i < 4; i++) {
            body[i] = (byte) (UNKNOWN_OBJECT >>> 8 * i);
        }
        return body;
    }

    private record Keys(ExchangeResult client, ServerReply.KeyCreated server) {}

    private static Keys exchange(Wire toServer, Wire toClient, RandomSource random) {
        List<AuthKey> registered = new ArrayList<>();
        ServerExchange server = new ServerExchange(
                ServerExchangeOptions.builder().keys(RSA).anyDc().build(),
                CRYPTO,
                random,
                CLOCK,
                (key, salt) -> registered.add(key));
        ExchangeRequest request = ExchangeRequest.permanent(ServerKeys.of(RSA.publicKey()), 2);
        try (ClientKeyExchange client = new ClientKeyExchange(request, CRYPTO, random, CLOCK)) {
            PacketBuffer query = new PacketBuffer();
            client.start(query);
            ServerReply reply;
            ClientKeyExchange.Step step;
            do {
                byte[] received = only(toServer.carry(List.of(query)));
                PacketBuffer answer = new PacketBuffer();
                reply = server.receive(received, 0, received.length, answer);
                byte[] answered = only(toClient.carry(List.of(answer)));
                query = new PacketBuffer();
                step = client.receive(answered, 0, answered.length, query);
            } while (step == ClientKeyExchange.Step.SEND);
            assertEquals(ClientKeyExchange.Step.DONE, step);
            return new Keys(client.result(), assertInstanceOf(ServerReply.KeyCreated.class, reply));
        }
    }

    private static byte[] only(List<byte[]> packets) {
        assertEquals(1, packets.size());
        return packets.get(0);
    }

    private static void assertArrives(List<byte[]> bodies, EncryptedSession from, Wire wire, EncryptedSession to) {
        List<PacketBuffer> sent = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (byte[] body : bodies) {
            PacketBuffer packet = new PacketBuffer();
            ids.add(from.pack(body, 0, body.length, true, packet));
            sent.add(packet);
        }
        Received received = new Received();
        for (byte[] packet : wire.carry(sent)) {
            to.unpack(packet, 0, packet.length, received);
        }
        assertEquals(List.of(), received.refusals);
        assertEquals(ids, received.ids);
        assertEquals(bodies.size(), received.bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            assertArrayEquals(bodies.get(i), received.bodies.get(i));
        }
    }

    private static final class Received implements MessageHandler {

        private final List<Long> ids = new ArrayList<>();
        private final List<byte[]> bodies = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();

        @Override
        public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
            ids.add(msgId);
            bodies.add(Arrays.copyOfRange(array, offset, offset + length));
        }

        @Override
        public void refused(Refusal refusal) {
            refusals.add(refusal);
        }
    }
}
