package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.MsgContainer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of the end-to-end vectors, made and read byte for byte. */
class MessageVectorTests {

    static List<MessageVector> all() {
        return MessageVector.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void makesThePacket(MessageVector vector) {
        byte[] padding = vector.fields().hex("padding");
        ScriptedRandom random = new ScriptedRandom(padding);
        EncryptedSession session = vector.builder(vector.sender())
                .random(random)
                .padding((unpadded, ints) -> padding.length)
                .build();
        PacketBuffer out = new PacketBuffer(0);
        byte[] body = vector.body();
        session.pack(body, 0, body.length, vector.msgId(), vector.fields().integer("seq_no"), out);
        assertEquals(vector.fields().text("wire"), Hex.of(Pair.packet(out)));
        random.assertUsedUp();
        if (vector.fields().has("quick_ack_token")) {
            String token = vector.fields().text("quick_ack_token");
            assertEquals(token, "%08x".formatted(Integer.reverseBytes(session.quickAckToken())));
        }
    }

    @Test
    void readsEachSessionFromEitherSide() {
        Map<String, EncryptedSession> receivers = new HashMap<>();
        FakeClock time = FakeClock.at(0);
        Set<Long> salts = all().stream().map(vector -> vector.salt().value()).collect(Collectors.toSet());
        for (MessageVector vector : all()) {
            Role role = vector.sender().peer();
            time.set(new dev.mtproto.api.MsgId(vector.msgId()).time());
            EncryptedSession session =
                    receivers.computeIfAbsent(vector.session().where() + role, key -> vector.builder(role)
                            .clock(role == Role.SERVER ? SessionClock.server(time) : synchronised(time))
                            .salts(new AnyOf(salts))
                            .build());
            Recorder recorder = new Recorder();
            byte[] packet = vector.fields().hex("wire");
            session.unpack(packet, 0, packet.length, recorder);
            assertEquals(List.of(), recorder.refusals, vector::toString);
            assertEquals(vector.salt(), session.receivedSalt());
            if (vector.fields().has("quick_ack_token")) {
                assertEquals(
                        vector.fields().text("quick_ack_token"),
                        "%08x".formatted(Integer.reverseBytes(session.receivedQuickAckToken())));
            }
            if (WireBytes.getInt(vector.body(), 0) == MsgContainer.ID) {
                assertContainer(vector.body(), recorder);
            } else {
                assertEquals(
                        List.of(new Recorder.Received(
                                vector.msgId(), vector.fields().integer("seq_no"), vector.content())),
                        recorder.messages);
            }
        }
    }

    private static void assertContainer(byte[] body, Recorder recorder) {
        assertEquals(WireBytes.getInt(body, 4), recorder.messages.size());
        int at = 8;
        for (Recorder.Received inner : recorder.messages) {
            int length = WireBytes.getInt(body, at + 12);
            assertEquals(WireBytes.getLong(body, at), inner.msgId());
            assertEquals(WireBytes.getInt(body, at + 8), inner.seqNo());
            assertEquals(Hex.of(Arrays.copyOfRange(body, at + 16, at + 16 + length)), inner.body());
            at += 16 + length;
        }
        assertEquals(body.length, at);
    }

    @Test
    void unpacksTheResultsThatAreGzipped() {
        List<MessageVector> packed = all().stream()
                .filter(vector -> vector.fields().has("uncompressed_result"))
                .toList();
        for (MessageVector vector : packed) {
            byte[] body = vector.body();
            assertEquals(WireBytes.getLong(body, 4), RpcResults.requestId(body, 0, body.length));
            byte[] result = Gzip.unpack(body, 12, body.length - 12, 1 << 20);
            assertEquals(vector.fields().text("uncompressed_result"), Hex.of(result));
        }
        assertFalse(packed.isEmpty());
    }

    /** A bad_server_salt of the file names a message and the salt that would have been right. */
    @Test
    void refusesTheMessagesThatAreAnsweredWithAnotherSalt() {
        Set<String> refused = new HashSet<>();
        for (MessageVector answer : all()) {
            byte[] body = answer.body();
            if (WireBytes.getInt(body, 0) == BadServerSalt.ID) {
                long bad = WireBytes.getLong(body, 4);
                long salt = WireBytes.getLong(body, 20);
                MessageVector query = all().stream()
                        .filter(vector -> vector.msgId() == bad)
                        .findAny()
                        .orElseThrow();
                FakeClock time = new FakeClock(new dev.mtproto.api.MsgId(bad).time());
                EncryptedSession server = query.builder(Role.SERVER)
                        .clock(SessionClock.server(time))
                        .salt(new dev.mtproto.api.Salt(salt))
                        .build();
                Recorder recorder = new Recorder();
                byte[] packet = query.fields().hex("wire");
                server.unpack(packet, 0, packet.length, recorder);
                assertEquals(
                        new Refusal(
                                Check.M11,
                                new Reaction.NewSalt(salt),
                                bad,
                                query.fields().integer("seq_no")),
                        recorder.onlyRefusal());
                refused.add(query.toString());
            }
        }
        assertTrue(refused.size() >= 1);
    }

    static SessionClock synchronised(FakeClock time) {
        SessionClock clock = SessionClock.client(time);
        clock.synchroniseTo(0);
        return clock;
    }

    private record AnyOf(Set<Long> salts) implements SaltCheck {
        @Override
        public boolean accepts(long salt) {
            return salts.contains(salt);
        }

        @Override
        public long current() {
            return salts.iterator().next();
        }
    }
}
