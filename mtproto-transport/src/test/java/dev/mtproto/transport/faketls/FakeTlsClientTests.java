package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Handshakes;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T12")
class FakeTlsClientTests {

    private final SeededRandom random = new SeededRandom(11);
    private final ProxySecret secret = ProxySecret.plain(random.nextBytes(16)).fakeTls("example.com");
    private final byte[] hello =
            BrowserHello.COMPACT.draw("example.com", random).signed(secret.key(), 1_700_000_000, TestCrypto.JDK);

    @Test
    void theRightAnswerIsTakenAndTheRestLeft() {
        byte[] answer = answer();
        byte[] more = Arrays.copyOf(answer, answer.length + 20);
        assertEquals(
                answer.length,
                Handshakes.run(client(), more, List.of(more.length)).consumed());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 11, 30, 42, 43, 60, 90, 126, 132, 137, 200, -1})
    void anyChangedByteIsRefused(int place) {
        byte[] answer = answer();
        answer[place < 0 ? answer.length - 1 : place] ^= 1;
        assertRefused(answer);
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "1, 2", "2, 1", "127, 17", "127, 16", "129, 1", "131, 2", "133, 15", "134, 2"})
    void anyOtherFormOfTheRecordsIsRefused(int place, String value) {
        byte[] answer = answer();
        answer[place] = Hex.bytes(value.length() == 1 ? "0" + value : value)[0];
        ServerHello.sign(answer, Arrays.copyOfRange(hello, 11, 43), secret.key(), TestCrypto.JDK);
        assertRefused(answer);
    }

    /** The proof is right, but stands over records that are not those of the form. */
    @ParameterizedTest
    @ValueSource(strings = {"1503030001011703030001aa", "140303000201011703030001aa", "140303000101160303000100"})
    void aProofOverOtherRecordsIsRefused(String rest) {
        byte[] answer = Hex.bytes(Hex.of(answer(), 0, 127) + rest);
        ServerHello.sign(answer, Arrays.copyOfRange(hello, 11, 43), secret.key(), TestCrypto.JDK);
        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1603030025", "160303ffff", "1603034101"})
    void aShortOrOverlongRecordIsRefusedAtItsHeader(String header) {
        byte[] bytes = Hex.bytes(header);
        TransportException e =
                assertThrows(TransportException.class, () -> Handshakes.run(client(), bytes, List.of(bytes.length)));
        assertEquals(Check.T12, e.check().orElseThrow());
    }

    @Test
    void anotherSecretIsRefused() {
        byte[] answer = ServerHello.draw(hello, random);
        ServerHello.sign(answer, Arrays.copyOfRange(hello, 11, 43), new byte[16], TestCrypto.JDK);
        assertRefused(answer);
    }

    @Test
    void anAnswerToAnotherHelloIsRefused() {
        byte[] answer = ServerHello.draw(hello, random);
        ServerHello.sign(answer, new byte[32], secret.key(), TestCrypto.JDK);
        assertRefused(answer);
    }

    @Test
    void theHelloProvesTheSecretAndTheTime() {
        FakeTlsAcceptor acceptor = FakeTlsAcceptor.of(List.of(secret), TestCrypto.JDK);
        FakeTlsClient fresh = new FakeTlsClient(secret, BrowserHello.LARGE, TestCrypto.JDK, random, acceptor.clock());
        FakeTlsServer server = acceptor.newHandshake();
        byte[] answer =
                Hex.bytes(Handshakes.run(server, fresh.start(), List.of(300)).sent());
        assertTrue(Handshakes.run(fresh, answer, List.of(300)).done());
    }

    @Test
    void aSecretWithoutDomainIsRefused() {
        FakeClock clock = FakeClock.at(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new FakeTlsClient(secret.padded(), BrowserHello.COMPACT, TestCrypto.JDK, random, clock));
    }

    private FakeTlsClient client() {
        return new FakeTlsClient(hello, secret.key(), TestCrypto.JDK);
    }

    private byte[] answer() {
        byte[] answer = ServerHello.draw(hello, random);
        ServerHello.sign(answer, Arrays.copyOfRange(hello, 11, 43), secret.key(), TestCrypto.JDK);
        return answer;
    }

    private void assertRefused(byte[] answer) {
        byte[] more = Arrays.copyOf(answer, answer.length + 70000);
        TransportException e =
                assertThrows(TransportException.class, () -> Handshakes.run(client(), more, List.of(answer.length)));
        assertEquals(Check.T12, e.check().orElseThrow());
    }
}
