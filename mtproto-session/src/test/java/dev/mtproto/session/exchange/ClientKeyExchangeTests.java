package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.exchange.ClientKeyExchange.Step;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.SeededRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client on whole packets: repeats, re-sends, the end. */
class ClientKeyExchangeTests {

    private final PacketBuffer out = new PacketBuffer();

    static Stream<HandshakeVector> vectors() {
        return HandshakeVector.all();
    }

    private static ClientKeyExchange exchange(HandshakeVector vector) {
        return new ClientKeyExchange(
                vector.request(), TestServer.CRYPTO, new ScriptedRandom(vector.clientRandom()), FakeClock.at(1));
    }

    private static List<byte[]> answers(HandshakeVector vector) {
        List<byte[]> answers = new ArrayList<>();
        answers.add(vector.fields().object("step2_resPQ").hex("wire"));
        answers.add(vector.fields().object("step6_server_DH_params_ok").hex("wire"));
        for (Fields attempt : vector.attempts()) {
            answers.add(attempt.hex("answer_wire"));
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H4")
    void ignoresRepeatsOfTheLastAnswer(HandshakeVector vector) {
        ClientKeyExchange exchange = exchange(vector);
        exchange.start(out);
        List<byte[]> answers = answers(vector);
        for (byte[] answer : answers.subList(0, answers.size() - 1)) {
            assertEquals(Step.SEND, exchange.receive(answer, 0, answer.length, out));
            byte[] sent = Packets.of(out);
            assertEquals(Step.IGNORED, exchange.receive(answer, 0, answer.length, out));
            byte[] repeat = Packets.withTail(answer, new SeededRandom(61).nextBytes(48));
            assertEquals(Step.IGNORED, exchange.receive(repeat, 0, repeat.length, out));
            assertArrayEquals(sent, Packets.of(out));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H4")
    void takesNoAnswerTwiceThatIsNotTheLast(HandshakeVector vector) {
        ClientKeyExchange exchange = exchange(vector);
        exchange.start(out);
        List<byte[]> answers = answers(vector);
        byte[] first = answers.get(0);
        byte[] second = answers.get(1);
        exchange.receive(first, 0, first.length, out);
        exchange.receive(second, 0, second.length, out);
        assertBroken(Check.H4, () -> exchange.receive(first, 0, first.length, out));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void sendsAQueryAgainWithTheSameBody(HandshakeVector vector) {
        ClientKeyExchange exchange = exchange(vector);
        exchange.start(out);
        List<byte[]> answers = answers(vector);
        for (byte[] answer : answers.subList(0, answers.size() - 1)) {
            byte[] sent = Packets.of(out);
            exchange.resend(out);
            byte[] again = Packets.of(out);
            assertArrayEquals(Packets.body(sent), Packets.body(again));
            assertNotEquals(Hex.of(sent), Hex.of(again));
            assertEquals(Step.SEND, exchange.receive(answer, 0, answer.length, out));
        }
    }

    @Test
    void isOverWhenItIsClosed() {
        ClientKeyExchange exchange = exchange(HandshakeVector.all().findFirst().orElseThrow());
        exchange.start(out);
        exchange.close();
        byte[] packet = new byte[88];
        assertThrows(IllegalStateException.class, () -> exchange.receive(packet, 0, packet.length, out));
        assertThrows(IllegalStateException.class, exchange::result);
    }

    @Test
    void makesMessageIdsOfAClientThatOnlyGrow() {
        FakeClock clock = FakeClock.at(1_700_000_000);
        MessageIds ids = new MessageIds(clock, MessageIds.CLIENT);
        long first = ids.getAsLong();
        assertEquals(1_700_000_000L << 32, first);
        assertEquals(first + 4, ids.getAsLong());
        clock.advance(Duration.ofSeconds(-10));
        assertEquals(first + 8, ids.getAsLong());
        clock.advance(Duration.ofMillis(20_500));
        assertEquals((1_700_000_010L << 32) + (1L << 31), ids.getAsLong());
        assertEquals(1, new MessageIds(clock, MessageIds.SERVER).getAsLong() & 3);
    }

    @Test
    void wantsAPositiveLifeOfATemporaryKey() {
        assertThrows(
                IllegalArgumentException.class, () -> ExchangeRequest.temporary(TestServer.PUBLIC, TestServer.DC, 0));
    }
}
