package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.CryptoCandidate.SelfTestResult;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void takesTheFirstOfAListThatCanBeUsed() {
        assertEquals("plain", chosen(CryptoSelection.parse("faster,other,plain,fast"), FAST, FASTER, PLAIN));
        assertEquals("fast", chosen(CryptoSelection.parse("other,FASTEST"), PLAIN, FASTER, FAST));
        assertEquals(
                "no crypto provider of faster,other is available; candidates: faster: wrong platform; other: not found",
                refusal(CryptoSelection.parse("faster,other"), FASTER, PLAIN));
        String message = refusal(
                CryptoSelection.parse("bad,plain"), PLAIN, TestProvider.broken("bad", 3, TestCrypto.Broken.CTR));
        assertTrue(message.startsWith("the first of bad,plain, bad, is broken: self test of bad: "), message);
    }

    @Test
    void saysOfEachWhyItWasChosenOrNot() {
        CryptoProvider bad = TestProvider.broken("bad", 5, TestCrypto.Broken.SHA1);
        CryptoProvider strict = TestProvider.validated("strict", -5, true);
        List<CryptoProvider> all = List.of(PLAIN, FASTER, FAST, strict, bad);
        assertEquals(
                List.of(
                        "faster: wrong platform",
                        "+fast: the fastest that can be used here (rank 10)",
                        "bad: self test of bad: SHA-1 gave a wrong result",
                        "plain: slower than fast (rank 0 against 10)",
                        "strict: slower than fast (rank -5 against 10)"),
                explained(CryptoSelection.FASTEST, all));
        assertEquals(
                List.of(
                        "faster: wrong platform",
                        "fast: not in plain,strict",
                        "bad: self test of bad: SHA-1 gave a wrong result",
                        "+plain: the first of plain,strict that can be used here",
                        "strict: plain comes first"),
                explained(CryptoSelection.parse("plain,strict"), all));
        assertEquals(
                List.of(
                        "faster: wrong platform",
                        "fast: holds no validated module",
                        "bad: self test of bad: SHA-1 gave a wrong result",
                        "plain: holds no validated module",
                        "+strict: a validated module in approved-only mode"),
                explained(CryptoSelection.FIPS, all));
        assertEquals(
                List.of(
                        "fast: bad comes first and is broken: nothing is taken in its place",
                        "bad: self test of bad: SHA-1 gave a wrong result"),
                explained(CryptoSelection.parse("bad,fast"), List.of(bad, FAST)));
        assertEquals(
                List.of("fast: not the one asked for", "+plain: asked for by name"),
                explained(new CryptoSelection.Named("plain"), List.of(PLAIN, FAST)));
    }

    private static List<String> explained(CryptoSelection selection, List<CryptoProvider> providers) {
        return ProviderChoice.explain(selection, providers).stream()
                .map(verdict ->
                        (verdict.chosen() ? "+" : "") + verdict.candidate().name() + ": " + verdict.why())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FASTEST", "FIPS", "plain", "bad", "gone", "other", "gone,other", "gone,plain,bad", "bad,plain"})
    void theExplanationTellsWhatWouldBeOpened(String text) {
        CryptoSelection selection = CryptoSelection.parse(text);
        List<CryptoProvider> gone = List.of(
                TestProvider.missing("gone", 20, "wrong platform"),
                TestProvider.validated("strict", -5, true),
                TestProvider.broken("bad", 5, TestCrypto.Broken.CTR),
                PLAIN);
        String opened;
        try {
            opened = ProviderChoice.open(selection, gone).info().name();
        } catch (CryptoUnavailableException e) {
            opened = "";
        }
        assertEquals(
                opened,
                ProviderChoice.explain(selection, gone).stream()
                        .filter(CryptoVerdict::chosen)
                        .map(verdict -> verdict.candidate().name())
                        .collect(Collectors.joining(",")));
    }

    @Test
    void tellsWhatCameOfTheSelfTests() {
        assertEquals(SelfTestResult.PASSED, OpenAttempt.of(PLAIN).candidate().selfTest());
        assertEquals(SelfTestResult.NOT_RUN, OpenAttempt.of(FASTER).candidate().selfTest());
        CryptoProvider bad = TestProvider.broken("bad", 0, TestCrypto.Broken.MOD_POW);
        assertEquals(SelfTestResult.FAILED, OpenAttempt.of(bad).candidate().selfTest());
        assertTrue(OpenAttempt.of(PLAIN).candidate().startUp().toNanos() > 0);
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
        assertEquals(
                new CryptoSelection.Preference(List.of(new CryptoSelection.Named("accp"), CryptoSelection.FASTEST)),
                CryptoSelection.parse("accp , fastest"));
        assertEquals("accp,jdk", CryptoSelection.parse("accp, jdk").toString());
        for (String wrong : List.of("  ", "jdk,", ",", "FIPS,jdk", "jdk,fips")) {
            assertThrows(IllegalArgumentException.class, () -> CryptoSelection.parse(wrong), wrong);
        }
    }

    @Test
    void describesEachCandidate() {
        assertEquals("plain (Test 1)", OpenAttempt.of(PLAIN).candidate().toString());
        assertEquals(
                "faster: not available, because wrong platform",
                OpenAttempt.of(FASTER).candidate().toString());
    }
}
