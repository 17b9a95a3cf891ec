package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.tl.schema.DhGenOk;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.ServerDHParams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the secrets of a client come from, and that nothing of them stays. */
class ClientSecretsTests {

    private final PacketBuffer out = new PacketBuffer();

    static Stream<HandshakeVector> vectors() {
        return HandshakeVector.all();
    }

    /** Runs the exchange of a vector up to a number of answers. */
    private ClientKeyExchange run(HandshakeVector vector, SecretWatch watch, int answers) {
        var exchange = new ClientKeyExchange(vector.request(), watch, watch, FakeClock.at(1));
        exchange.start(out);
        List<byte[]> packets = new ArrayList<>();
        packets.add(vector.fields().object("step2_resPQ").hex("wire"));
        packets.add(vector.fields().object("step6_server_DH_params_ok").hex("wire"));
        for (Fields attempt : vector.attempts()) {
            packets.add(attempt.hex("answer_wire"));
        }
        packets.stream().limit(answers).forEach(packet -> exchange.receive(packet, 0, packet.length, out));
        return exchange;
    }

    private static SecretWatch watch(HandshakeVector vector) {
        return new SecretWatch(new ScriptedRandom(vector.clientRandom()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H16")
    void areDrawnInFullAndAfresh(HandshakeVector vector) {
        SecretWatch watch = watch(vector);
        int answers = 1 + vector.attempts().size();
        run(vector, watch, answers).close();
        List<byte[]> draws = watch.draws();
        byte[][] expected = vector.clientRandom();
        assertEquals(expected.length, draws.size());
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], draws.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H21")
    void areErasedWhenTheExchangeIsDone(HandshakeVector vector) {
        SecretWatch watch = watch(vector);
        int answers = 2 + vector.attempts().size();
        if (vector.failed()) {
            assertBroken(Check.H17, () -> run(vector, watch, answers));
        } else {
            run(vector, watch, answers).result();
        }
        assertErased(watch);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H21")
    void areErasedWhereverTheExchangeIsClosed(HandshakeVector vector) {
        for (int answers = 1; answers < 2 + vector.attempts().size(); answers++) {
            SecretWatch watch = watch(vector);
            run(vector, watch, answers).close();
            assertErased(watch);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H21")
    @Tag("H22")
    void areErasedWhereverTheTransportReportsAnError(HandshakeVector vector) {
        byte[] error = {0x6c, (byte) 0xfe, (byte) 0xff, (byte) 0xff};
        failEverywhere(vector, exchange -> {
            var failure = assertBroken(Check.H22, () -> exchange.receive(error, 0, error.length, out));
            assertEquals(-404, failure.transportError());
            assertTrue(ClientKeyExchange.mayRetry(failure));
        });
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H1")
    @Tag("H21")
    void areErasedWhereverAnEncryptedMessageComes(HandshakeVector vector) {
        byte[] encrypted = new byte[88];
        encrypted[0] = 1;
        failEverywhere(
                vector,
                exchange -> assertBroken(Check.H1, () -> exchange.receive(encrypted, 0, encrypted.length, out)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H4")
    @Tag("H21")
    void areErasedWhereverAnotherObjectComes(HandshakeVector vector) {
        byte[] pong = Packets.of(new Pong(1, 2));
        failEverywhere(vector, exchange -> assertBroken(Check.H4, () -> exchange.receive(pong, 0, pong.length, out)));
    }

    private void failEverywhere(HandshakeVector vector, Consumer<ClientKeyExchange> failing) {
        for (int answers = 0; answers < 2 + vector.attempts().size(); answers++) {
            SecretWatch watch = watch(vector);
            ClientKeyExchange exchange = run(vector, watch, answers);
            failing.accept(exchange);
            assertErased(watch);
            assertThrows(IllegalStateException.class, () -> exchange.resend(out));
            assertThrows(IllegalStateException.class, exchange::result);
        }
    }

    @Test
    @Tag("H22")
    void areNotTriedAgainOnTheWrongDataCentre() {
        var exchange = new ClientKeyExchange(
                ExchangeRequest.permanent(TestServer.PUBLIC, 2),
                TestServer.CRYPTO,
                TestServer.CRYPTO.random(),
                FakeClock.at(1));
        var failure = exchange.transportFailure(-444);
        assertEquals(Check.H22, failure.check().orElseThrow());
        assertEquals(false, ClientKeyExchange.mayRetry(failure));
        assertThrows(IllegalStateException.class, () -> exchange.start(out));
    }

    @Test
    @Tag("H21")
    void areErasedWhereTheRefusalIsGenuine() {
        ClientUnderTest client = new ClientUnderTest();
        AwaitingVerdict step = client.third();
        var wrong = new DhGenOk(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, ClientUnderTest.OTHER);
        assertBroken(Check.H17, () -> ClientUnderTest.receive(step, wrong));
        assertTrue(client.isErased());
    }

    @Test
    @Tag("H21")
    void areErasedWhereTheProgramItselfFails() {
        SecretWatch watch = new SecretWatch(TestServer.CRYPTO.random());
        ClientUnderTest client = new ClientUnderTest(watch, watch);
        AwaitingDHParams step = client.second();
        ServerDHParams answer = client.seal(client.inner());
        byte[] body = Outcome.bytes(answer);
        assertThrows(
                IndexOutOfBoundsException.class, () -> step.receive(body, body.length, 1, ClientUnderTest.LOCAL_TIME));
        assertTrue(client.isErased());
    }

    private static void assertErased(SecretWatch watch) {
        assertEquals(List.of(), watch.remaining());
    }
}
