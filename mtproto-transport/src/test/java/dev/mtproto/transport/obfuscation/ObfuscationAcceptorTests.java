package dev.mtproto.transport.obfuscation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor.Result;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObfuscationAcceptorTests {

    private static final ProxySecret FIRST = ProxySecret.plain(new SeededRandom(1).nextBytes(16));
    private static final ProxySecret SECOND = ProxySecret.plain(new SeededRandom(2).nextBytes(16));
    private final SeededRandom random = new SeededRandom(5);

    @ParameterizedTest
    @Tag("T9")
    @EnumSource(value = Framing.class, mode = EnumSource.Mode.EXCLUDE, names = "FULL")
    void aSecretWithPaddingTakesThatTagAlone(Framing framing) {
        byte[] header = header(framing, FIRST);
        Result result = acceptor(false, FIRST.padded()).accept(header, 0);
        if (framing == Framing.PADDED_INTERMEDIATE) {
            assertEquals(
                    framing, assertInstanceOf(Result.Accepted.class, result).framing());
        } else {
            assertInstanceOf(Result.Refused.class, result);
        }
        assertInstanceOf(Result.Accepted.class, acceptor(false, FIRST).accept(header, 0));
    }

    @ParameterizedTest
    @Tag("T9")
    @EnumSource(value = Framing.class, mode = EnumSource.Mode.EXCLUDE, names = "FULL")
    void insideOfRecordsAnySecretTakesThePaddedTagAlone(Framing framing) {
        Result result = acceptor(false, FIRST).acceptInside(FIRST, header(framing, FIRST), 0);
        assertEquals(framing == Framing.PADDED_INTERMEDIATE, result instanceof Result.Accepted);
    }

    @Test
    @Tag("T9")
    void randomBytesAreNoHeader() {
        ObfuscationAcceptor acceptor = acceptor(true, FIRST, SECOND.padded());
        for (int i = 0; i < 200; i++) {
            assertInstanceOf(Result.Refused.class, acceptor.accept(random.nextBytes(64), 0));
        }
    }

    @Test
    void eachSecretIsTriedAndThenNone() {
        ObfuscationAcceptor acceptor = acceptor(true, FIRST, SECOND.padded());
        assertEquals(
                FIRST,
                accepted(acceptor, header(Framing.ABRIDGED, FIRST)).secret().orElseThrow());
        assertEquals(
                SECOND.padded(),
                accepted(acceptor, header(Framing.PADDED_INTERMEDIATE, SECOND))
                        .secret()
                        .orElseThrow());
        assertTrue(accepted(acceptor, direct(OptionalInt.empty())).secret().isEmpty());
    }

    @Test
    void clientsWithoutSecretAreRefusedWhereTheyAreNotWanted() {
        assertInstanceOf(Result.Refused.class, acceptor(false, FIRST).accept(direct(OptionalInt.of(2)), 0));
    }

    @Test
    void aSecretForRecordsIsNotTakenWithoutThem() {
        ProxySecret inRecords = FIRST.fakeTls("example.com");
        byte[] header = header(Framing.PADDED_INTERMEDIATE, FIRST);
        assertInstanceOf(Result.Refused.class, acceptor(false, inRecords).accept(header, 0));
        Result result = acceptor(false, inRecords).acceptInside(inRecords, header, 0);
        assertInstanceOf(Result.Accepted.class, result);
    }

    @Test
    @Tag("T10")
    void anotherDataCentreIsNamedAsWrong() {
        byte[] header = header(Framing.INTERMEDIATE, FIRST);
        IntPredicate others = dc -> dc != -4;
        Result result = new ObfuscationAcceptor(List.of(FIRST), true, others, TestCrypto.JDK).accept(header, 0);
        Result.WrongDc wrong = assertInstanceOf(Result.WrongDc.class, result);
        assertEquals(-4, wrong.dc());
        assertEquals(Framing.INTERMEDIATE, wrong.framing());
        assertEquals(-4, accepted(acceptor(true, FIRST), header).dc());
    }

    @Test
    void theDataCentreOfADirectConnectionDoesNotMatter() {
        ObfuscationAcceptor none = new ObfuscationAcceptor(List.of(), true, dc -> false, TestCrypto.JDK);
        assertEquals(2, accepted(none, direct(OptionalInt.of(2))).dc());
    }

    private static ObfuscationAcceptor acceptor(boolean direct, ProxySecret... secrets) {
        return new ObfuscationAcceptor(List.of(secrets), direct, dc -> true, TestCrypto.JDK);
    }

    private static Result.Accepted accepted(ObfuscationAcceptor acceptor, byte[] header) {
        return assertInstanceOf(Result.Accepted.class, acceptor.accept(header, 0));
    }

    private byte[] header(Framing framing, ProxySecret secret) {
        return sent(Obfuscation.throughProxy(framing, -4, secret, TestCrypto.JDK, random));
    }

    private byte[] direct(OptionalInt dc) {
        return sent(Obfuscation.direct(Framing.ABRIDGED, dc, TestCrypto.JDK, random));
    }

    private static byte[] sent(Obfuscation client) {
        Sent sent = new Sent();
        client.encode(new byte[0], 0, 0, sent);
        return sent.toByteArray();
    }
}
