package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.test.Fields;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DhVectorTests {

    private static final Crypto CRYPTO = TestServer.CRYPTO;
    private static final BigInteger MIDDLE = BigInteger.ONE.shiftLeft(2000);
    private static final KnownPrimes PRIMES = new KnownPrimes(64);

    static List<VectorEntry> entries() {
        return Vectors.file("dh");
    }

    static List<Fields> verdicts() {
        return Vectors.list("dh_checks", Vectors.object("e2e").get("dh_checks"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    @Tag("H13")
    void agreesWithTheVector(VectorEntry entry) {
        if (entry.inputs().has("b_hex")) {
            assertAgreement(entry.inputs(), entry.outputs());
        } else if (entry.inputs().has("cases")) {
            assertCases(entry.inputs());
        } else {
            assertGroup(number(entry.inputs(), "dh_prime_hex"), entry.outputs());
        }
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    @Tag("H11")
    @Tag("H12")
    @Tag("H13")
    @Tag("H14")
    void judgesAsTheVectorSays(Fields verdict) {
        BigInteger prime = number(verdict, "prime");
        BigInteger publicValue = number(verdict, "g_a");
        assertEquals(verdict.truth("accept"), accepts(prime, verdict.integer("g"), publicValue), verdict.text("why"));
    }

    private static void assertAgreement(Fields in, Fields out) {
        ServerHalf half = new ServerHalf(number(in, "dh_prime_hex"), in.integer("g"), number(in, "g_a_hex"));
        assertArrayEquals(out.hex("g_b_hex"), half.power(in.hex("b_hex"), CRYPTO));
        assertArrayEquals(out.hex("g_ab_hex"), half.agree(in.hex("b_hex"), CRYPTO));
    }

    private static void assertCases(Fields in) {
        for (JsonNode each : in.get("cases")) {
            String p = each.get("p").asText();
            BigInteger prime = p.equals("telegram-prime") ? TelegramGroup.PRIME : new BigInteger(p);
            assertFalse(accepts(prime, each.get("g").asInt(), MIDDLE));
        }
        Fields primes = in.object("checkPrime");
        for (String number : primes.names()) {
            assertEquals(primes.text(number).equals("ok"), PRIMES.isSafePrime(new BigInteger(number), CRYPTO), number);
        }
    }

    private static void assertGroup(BigInteger prime, Fields out) {
        assertEquals(out.integer("bits"), prime.bitLength());
        assertEquals(out.truth("safe_prime"), PRIMES.isSafePrime(prime, CRYPTO));
        for (JsonNode g : out.get("accepted_g")) {
            int generator = g.asInt();
            assertDoesNotThrow(() -> DhCheck.proposal(prime, generator, MIDDLE, PRIMES, CRYPTO));
        }
        for (JsonNode g : out.get("rejected_g")) {
            int generator = g.asInt();
            assertThrows(KeyExchangeException.class, () -> DhCheck.proposal(prime, generator, MIDDLE, PRIMES, CRYPTO));
        }
        assertTrue(out.has("accepted_g"));
    }

    /** Returns the rule that a proposal breaks. */
    static Optional<Check> broken(byte[] prime, int g, byte[] publicValue) {
        try {
            DhCheck.proposal(new BigInteger(1, prime), g, new BigInteger(1, publicValue), PRIMES, CRYPTO);
            return Optional.empty();
        } catch (KeyExchangeException e) {
            return e.check();
        }
    }

    private static boolean accepts(BigInteger prime, int g, BigInteger publicValue) {
        try {
            DhCheck.proposal(prime, g, publicValue, PRIMES, CRYPTO);
            return true;
        } catch (KeyExchangeException e) {
            return false;
        }
    }

    private static BigInteger number(Fields fields, String name) {
        return new BigInteger(1, fields.hex(name));
    }
}
