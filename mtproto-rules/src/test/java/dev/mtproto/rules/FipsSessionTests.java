package dev.mtproto.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.CryptoOperation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole session under FIPS in a JVM whose providers are all watched: no operation runs outside of what the compliance
 * report says. {@link FipsSession} is the program.
 */
class FipsSessionTests {

    private static final String MODULE = "Bouncy Castle FIPS ";
    private static final String ARITHMETIC = "java.base ";
    private static final Set<String> LIBRARY =
            Set.of("IGE_CHAINING", "MESSAGE_AUTHENTICATION", "KEY_DERIVATION", "RSA_PAD", "GROUP_CHECK", "PQ");

    private static List<String> printed = List.of();

    @BeforeAll
    static void run() throws Exception {
        printed = Fork.run(FipsSession.class, Fork.classPath());
    }

    private static List<String> lines(List<String> printed, String kind) {
        return printed.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    private static List<String> notes(List<String> printed, String phase) {
        return lines(printed, "note").stream()
                .filter(note -> note.startsWith(phase + " | "))
                .map(note -> note.substring(phase.length() + 3))
                .toList();
    }

    @Test
    void noOtherProviderServesTheSession() {
        if (lines(printed, "seed").get(0).startsWith("seeded by the module's native code")) {
            assertEquals(List.of(), notes(printed, "session"));
        } else {
            assertOnlySeeds(printed);
        }
    }

    @Test
    void withoutItsNativeCodeTheModuleTakesItsSeedFromOutsideAsTheReportSays() throws Exception {
        List<String> inJava =
                Fork.run(FipsSession.class, Fork.classPath(), "-Dorg.bouncycastle.native.cpu_variant=java");
        assertTrue(lines(inJava, "seed").get(0).startsWith("seeded from outside of the module"), inJava.toString());
        assertFalse(notes(inJava, "session").isEmpty(), "the watch sees the seed");
        assertOnlySeeds(inJava);
    }

    private static void assertOnlySeeds(List<String> session) {
        Predicate<String> seed = note -> note.matches("\\S+ (SecureRandom|seed from) \\S+ \\| org\\.bouncycastle\\..*");
        assertEquals(
                List.of(),
                notes(session, "session").stream().filter(seed.negate()).toList());
    }

    @Test
    void beforeTheSessionOnlyTheSignatureOfTheJarIsVerifiedByOthers() {
        List<String> start = notes(printed, "start");
        assertFalse(start.isEmpty(), "the watch sees the signature of the jar");
        for (String note : start) {
            // the JCA and the module make a generator each, drawn from only where the module takes its seed from it
            assertTrue(
                    note.endsWith(" | jar")
                            || note.matches("\\S+ SecureRandom \\S+ \\| (default generator|org\\.bouncycastle\\..*)")
                            || note.matches("\\S+ seed from \\S+ \\| org\\.bouncycastle\\..*"),
                    note);
        }
    }

    @Test
    void theOperationsOfTheSessionAreThoseOfTheReport() {
        Set<String> reported = lines(printed, "row").stream()
                .filter(row -> row.contains(" | " + MODULE) || row.contains(" | " + ARITHMETIC))
                .map(row -> row.replaceFirst(" .*", ""))
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(lines(printed, "operation")), reported);
        Set<String> all = lines(printed, "row").stream()
                .map(row -> row.replaceFirst(" .*", ""))
                .collect(Collectors.toSet());
        assertEquals(CryptoOperation.values().length, all.size());
        all.removeAll(reported);
        assertEquals(LIBRARY, all);
    }
}
