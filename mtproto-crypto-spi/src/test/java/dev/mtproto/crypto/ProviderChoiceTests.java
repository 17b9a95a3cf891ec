package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderChoiceTests {

    private static final CryptoProvider PLAIN = TestProvider.usable("plain", 0);
    private static final CryptoProvider FAST = TestProvider.usable("fast", 10);
    private static final CryptoProvider FASTER = TestProvider.missing("faster", 20, "wrong platform");

    private static String chosen(CryptoSelection selection, CryptoProvider... providers) {
        return ProviderChoice.open(selection, List.of(providers)).info().name();
    }

    private static String refusal(CryptoSelection selection, CryptoProvider... providers) {
        List<CryptoProvider> all = List.of(providers);
        return String.valueOf(assertThrows(CryptoUnavailableException.class, () -> ProviderChoice.open(selection, all))
                .getMessage());
    }

    @Test
    void takesTheNamedOneHoweverFastOthersAre() {
        assertEquals("plain", chosen(new CryptoSelection.Named("plain"), FAST, PLAIN));
    }

    @Test
    void listsWhatThereIsWhenTheNameIsUnknown() {
        assertEquals(
                "there is no crypto provider named \"other\"; found: plain; fast",
                refusal(new CryptoSelection.Named("other"), PLAIN, FAST));
        assertEquals(
                "there is no crypto provider named \"jdk\"; found: none on the module path or class path",
                refusal(new CryptoSelection.Named("jdk")));
    }

    @Test
    void doesNotFallBackFromANamedOne() {
        assertEquals(
                "crypto provider faster is not available: wrong platform",
                refusal(new CryptoSelection.Named("faster"), FASTER, PLAIN));
    }

    @Test
    void takesTheFastestOfTheAvailable() {
        assertEquals("fast", chosen(CryptoSelection.FASTEST, PLAIN, FASTER, FAST));
        assertEquals(
                "no crypto provider is available; candidates: faster: wrong platform",
                refusal(CryptoSelection.FASTEST, FASTER));
    }

    @Test
    void doesNotStepOverAFastestOneThatFailsItsTests() {
        String message =
                refusal(CryptoSelection.FASTEST, PLAIN, TestProvider.broken("bad", 30, TestCrypto.Broken.SHA256));
        assertTrue(message.startsWith("the fastest crypto provider, bad, is broken: "), message);
    }

    @Test
    void takesForFipsOnlyAModuleInApprovedOnlyMode() {
        CryptoProvider general = TestProvider.validated("general", 40, false);
        assertEquals(
                "strict", chosen(CryptoSelection.FIPS, PLAIN, general, TestProvider.validated("strict", -5, true)));
        assertEquals(
                "no crypto provider runs a validated module in approved-only mode; candidates: general: the module of "
                        + "general does not run in approved-only mode; faster: wrong platform; plain: holds no validated module",
                refusal(CryptoSelection.FIPS, PLAIN, FASTER, general));
    }

    @ParameterizedTest
    @EnumSource(value = TestCrypto.Broken.class, mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void refusesAProviderWithABrokenPrimitiveAndNamesIt(TestCrypto.Broken broken) {
        String message = refusal(new CryptoSelection.Named("bad"), TestProvider.broken("bad", 0, broken));
        assertTrue(message.contains("self test of bad: " + broken.primitive), message);
    }

    @Test
    void readsSelectionsAsUsersWriteThem() {
        assertEquals(CryptoSelection.FASTEST, CryptoSelection.parse(" fastest "));
        assertEquals(CryptoSelection.FIPS, CryptoSelection.parse("FIPS"));
        assertEquals(new CryptoSelection.Named("bc-fips"), CryptoSelection.parse("bc-fips"));
        assertThrows(IllegalArgumentException.class, () -> CryptoSelection.parse("  "));
    }

    @Test
    void describesEachCandidate() {
        assertEquals("plain (Test 1)", OpenAttempt.of(PLAIN).candidate().toString());
        assertEquals(
                "faster: not available, because wrong platform",
                OpenAttempt.of(FASTER).candidate().toString());
    }
}
