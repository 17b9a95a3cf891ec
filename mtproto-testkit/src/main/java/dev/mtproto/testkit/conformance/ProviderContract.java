package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What {@link CryptoProvider} promises: a name, an account of itself, a random source. */
final class ProviderContract {

    private ProviderContract() {}

    static Stream<DynamicTest> all(CryptoProvider provider, Crypto crypto) {
        return Stream.of(
                Cases.test(
                        "provider: a name that users can type",
                        () -> assertTrue(provider.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), provider.name())),
                Cases.test(
                        "provider: says again that it is available",
                        () -> assertInstanceOf(Availability.Available.class, provider.availability())),
                Cases.test("provider: a complete account of itself", () -> info(provider, crypto.info())),
                Cases.test("provider: tells how it does each operation", () -> report(crypto)),
                Cases.test("random: fills exactly the slice", () -> random(crypto)));
    }

    private static void info(CryptoProvider provider, CryptoInfo info) {
        assertEquals(provider.name(), info.name());
        assertFalse(info.implementation().isBlank());
        assertFalse(info.version().isBlank());
        assertTrue(info.fipsModule().isPresent() || !info.approvedOnly(), "approved-only mode is that of a module");
    }

    private static void report(Crypto crypto) {
        ComplianceReport report = ComplianceReport.of(crypto);
        for (ComplianceRow row : report.rows()) {
            assertFalse(row.module().equals("unknown") || row.algorithm().equals("unknown"), row::note);
            assertTrue(
                    !row.approved() || crypto.info().approvedOnly(), "approved outside of approved-only mode: " + row);
        }
        assertTrue(crypto.info().fipsModule().isPresent() || report.evidence().isEmpty(), "evidence without a module");
    }

    private static void random(Crypto crypto) {
        byte[] target = new byte[5000];
        crypto.random().nextBytes(target, 10, 4000);
        assertArrayIsZero(target, 0, 10);
        assertArrayIsZero(target, 4010, target.length);
        int[] counts = new int[256];
        for (int i = 10; i < 4010; i++) {
            counts[target[i] & 0xff]++;
        }
        // 4000 even draws leave no value above 60 but once in far more than a billion runs
        assertTrue(Arrays.stream(counts).max().orElseThrow() < 60);
        assertThrows(IndexOutOfBoundsException.class, () -> crypto.random().nextBytes(target, 4999, 2));
        crypto.random().nextBytes(target, 5000, 0);
    }

    private static void assertArrayIsZero(byte[] array, int from, int to) {
        for (int i = from; i < to; i++) {
            assertEquals(0, array[i], "byte " + i + " was written");
        }
    }
}
