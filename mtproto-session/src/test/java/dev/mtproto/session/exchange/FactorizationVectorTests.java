package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.test.Fields;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorizationVectorTests {

    static List<VectorEntry> entries() {
        return Vectors.file("factorization");
    }

    @ParameterizedTest
    @MethodSource("entries")
    @Tag("H6")
    void isTheOneOfTheVector(VectorEntry entry) {
        if (entry.inputs().has("pq_list")) {
            for (JsonNode number : entry.inputs().get("pq_list")) {
                assertEquals(Optional.empty(), PqFactor.factor(Long.parseUnsignedLong(number.asText())));
            }
            return;
        }
        Fields out = entry.outputs();
        long pq = entry.inputs().decimal("pq");
        PrimePair primes = PqFactor.factor(pq).orElseThrow();
        assertEquals(new PrimePair(out.decimal("p"), out.decimal("q")), primes);
        assertArrayEquals(out.hex("p_be_hex"), Unsigned.minimal(primes.p()).toByteArray());
        assertArrayEquals(out.hex("q_be_hex"), Unsigned.minimal(primes.q()).toByteArray());
        assertArrayEquals(entry.inputs().hex("pq_be_hex"), Unsigned.minimal(pq).toByteArray());
    }
}
