package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.test.Fields;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the numbers that a server proposes, as a whole client applies them. */
class ServerHalfTests {

    private static final BigInteger P = TelegramGroup.PRIME;
    private static final BigInteger EDGE = BigInteger.ONE.shiftLeft(2048 - 64);

    private final ClientUnderTest client = new ClientUnderTest();
    private final AwaitingDHParams step = client.second();

    static List<Fields> verdicts() {
        return DhVectorTests.verdicts();
    }

    private void refuses(Check check, byte[] prime, int g, byte[] publicValue) {
        assertBroken(check, () -> propose(prime, g, publicValue));
        assertTrue(client.isErased());
    }

    private AwaitingVerdict propose(byte[] prime, int g, byte[] publicValue) {
        return ClientUnderTest.receive(step, client.seal(client.inner(prime, g, publicValue)));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    @Tag("H11")
    @Tag("H12")
    @Tag("H13")
    @Tag("H14")
    void areJudgedAsTheVectorSays(Fields verdict) {
        byte[] prime = verdict.hex("prime");
        byte[] publicValue = verdict.hex("g_a");
        int g = verdict.integer("g");
        if (verdict.truth("accept")) {
            assertEquals(
                    client.attempt.nonce, propose(prime, g, publicValue).query().nonce());
        } else {
            Check broken = DhVectorTests.broken(prime, g, publicValue).orElseThrow();
            refuses(broken, prime, g, publicValue);
        }
    }

    @Test
    @Tag("H11")
    void haveAPrimeOf2048Bits() {
        refuses(Check.H11, Unsigned.minimal(P.shiftRight(1)), 4, ClientUnderTest.G_A);
    }

    @Test
    @Tag("H11")
    void haveNoLongerPrime() {
        refuses(Check.H11, Unsigned.minimal(P.shiftLeft(8).setBit(0)), 4, ClientUnderTest.G_A);
    }

    @Test
    @Tag("H11")
    void haveNoPrimeWithZerosInFront() {
        byte[] longer = new byte[257];
        System.arraycopy(ClientUnderTest.PRIME, 0, longer, 1, 256);
        refuses(Check.H11, longer, 4, ClientUnderTest.G_A);
    }

    @Test
    @Tag("H12")
    void haveAPrimeThatIsPrime() {
        refuses(Check.H12, Unsigned.block(P.add(BigInteger.TWO)), 4, ClientUnderTest.G_A);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 2, 5, 6, 8, 259, Integer.MAX_VALUE})
    @Tag("H13")
    void haveAGeneratorOfTheRightSubgroup(int g) {
        refuses(Check.H13, ClientUnderTest.PRIME, g, ClientUnderTest.G_A);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void mayHaveAnyGeneratorOfThePublishedPrime(int g) {
        assertEquals(
                client.attempt.nonce,
                propose(ClientUnderTest.PRIME, g, ClientUnderTest.G_A).query().nonce());
    }

    static List<BigInteger> outside() {
        return List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                BigInteger.TWO,
                EDGE.subtract(BigInteger.ONE),
                P.subtract(EDGE).add(BigInteger.ONE),
                P.subtract(BigInteger.ONE),
                P,
                P.add(EDGE));
    }

    @ParameterizedTest
    @MethodSource("outside")
    @Tag("H14")
    void haveAPublicValueInTheMiddle(BigInteger publicValue) {
        refuses(Check.H14, ClientUnderTest.PRIME, 3, Unsigned.block(publicValue));
    }

    @Test
    @Tag("H14")
    void haveNoPublicValueOfMoreThan256Bytes() {
        byte[] longer = new byte[257];
        System.arraycopy(ClientUnderTest.G_A, 0, longer, 1, 256);
        refuses(Check.H14, ClientUnderTest.PRIME, 3, longer);
    }

    @Test
    void mayHaveAPublicValueWithoutLeadingZeros() {
        byte[] edge = Unsigned.minimal(EDGE);
        assertEquals(249, edge.length);
        assertEquals(
                client.attempt.nonce,
                propose(ClientUnderTest.PRIME, 3, edge).query().nonce());
    }
}
