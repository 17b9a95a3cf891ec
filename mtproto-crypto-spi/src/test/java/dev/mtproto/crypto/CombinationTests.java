package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinationTests {

    private static final CryptoProvider ACCP = TestProvider.usable("accp", 100);
    private static final CryptoProvider JDK = TestProvider.usable("jdk", 0);

    private static Crypto open(String selection, CryptoProvider... providers) {
        return ProviderChoice.open(CryptoSelection.parse(selection), List.of(providers));
    }

    @Test
    void theFastestIsTheFirstWithThoseThatAreFasterInSomething() {
        Crypto fastest = open("FASTEST", JDK, ACCP);
        assertEquals("fastest (Test + Test 1 + 1)", fastest.info().toString());
        assertEquals("fastest", open("gone,FASTEST", ACCP, JDK).info().name());
    }

    @Test
    void whatIsNamedIsOpenedAlone() {
        assertSame(ACCP.open(), open("accp", ACCP, JDK));
        assertSame(ACCP.open(), open("gone,accp,FASTEST", ACCP, JDK));
    }

    @Test
    void oneAloneIsItself() {
        assertSame(JDK.open(), open("FASTEST", JDK));
        assertSame(ACCP.open(), open("FASTEST", ACCP, TestProvider.missing("jdk", 0, "an algorithm is missing")));
        CryptoProvider unknown = TestProvider.usable("unknown", 200);
        assertSame(unknown.open(), open("FASTEST", unknown, ACCP, JDK));
    }

    @Test
    void aValidatedModuleIsNeverMixed() {
        CryptoProvider validated = TestProvider.validated("accp", 100, true);
        assertSame(validated.open(), open("FASTEST", validated, JDK));
        assertSame(validated.open(), open("FIPS", validated, JDK));
        assertSame(ACCP.open(), open("FASTEST", ACCP, TestProvider.validated("jdk", 0, true)));
    }

    @Test
    void aBrokenHelperIsNotSteppedOver() {
        CryptoProvider broken = TestProvider.broken("jdk", 0, TestCrypto.Broken.SHA256);
        String message =
                String.valueOf(assertThrows(CryptoUnavailableException.class, () -> open("FASTEST", ACCP, broken))
                        .getMessage());
        assertTrue(
                message.startsWith("a part of the fastest crypto, jdk, is broken: self test of jdk: SHA-256"), message);
        assertTrue(ProviderChoice.explain(CryptoSelection.FASTEST, List.of(ACCP, broken)).stream()
                .noneMatch(CryptoVerdict::chosen));
    }

    @Test
    void saysWhoDoesWhatAndWhy() {
        List<CryptoVerdict> verdicts = ProviderChoice.explain(CryptoSelection.FASTEST, List.of(JDK, ACCP));
        assertTrue(verdicts.stream().allMatch(CryptoVerdict::chosen));
        List<CryptoOperation> accp = operations(verdicts.get(0));
        List<CryptoOperation> jdk = operations(verdicts.get(1));
        assertTrue(accp.contains(CryptoOperation.AES_ENCRYPTION) && accp.contains(CryptoOperation.DIFFIE_HELLMAN));
        assertTrue(jdk.contains(CryptoOperation.AES_DECRYPTION) && jdk.contains(CryptoOperation.SHA256));
        assertTrue(verdicts.get(1).parts().stream().noneMatch(part -> part.why().isBlank()));
        assertTrue(ProviderChoice.explain(CryptoSelection.parse("accp"), List.of(JDK, ACCP)).stream()
                .allMatch(verdict -> verdict.parts().isEmpty()));
    }

    private static List<CryptoOperation> operations(CryptoVerdict verdict) {
        return verdict.parts().stream().map(CryptoPart::operation).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 21, 24, 25})
    void eachFactIsOfAnOperationThatIsRoutedAndGivesFigures(int feature) {
        List<SpeedFact> facts = SpeedFacts.of("accp", feature);
        assertEquals(
                facts.size(),
                facts.stream().map(SpeedFact::operation).distinct().count());
        assertTrue(facts.stream()
                .allMatch(fact -> fact.from() == 0 || fact.operation() == CryptoOperation.AES_DECRYPTION));
        assertTrue(facts.stream()
                .anyMatch(fact ->
                        fact.operation() == CryptoOperation.AES_DECRYPTION && (fact.from() == 0) == (feature >= 25)));
    }

    @Test
    void eachOperationRunsWhereTheFactSays() {
        // what is broken in one provider is not noticed where the other does it, and spoils it where not
        Crypto wrong =
                TestProvider.broken("jdk", 0, TestCrypto.Broken.IGE_DECRYPTION).open();
        SpeedFact fact = new SpeedFact(CryptoOperation.AES_DECRYPTION, "jdk", 64, "for a test");
        AesIge combined = new CombinedCrypto(ACCP.open(), Map.of("jdk", wrong), List.of(fact)).newAesIge();
        AesIge right = JDK.open().newAesIge();
        List<Boolean> same = IntStream.of(16, 48, 64, 80)
                .mapToObj(length -> {
                    byte[] key = new byte[32];
                    byte[][] texts = {new byte[length], new byte[length]};
                    Stream.of(combined, right)
                            .forEach(ige -> ige.encrypt(key, key, texts[ige == right ? 1 : 0], 0, length));
                    Stream.of(combined, right)
                            .forEach(ige -> ige.decrypt(key, key, texts[ige == right ? 1 : 0], 0, length));
                    return Arrays.equals(texts[0], texts[1]);
                })
                .toList();
        assertEquals(List.of(true, true, false, false), same);
    }

    @Test
    void theReportNamesTheOneThatDoesIt() {
        SpeedFact fact = new SpeedFact(CryptoOperation.AES_DECRYPTION, "jdk", 64, "for a test");
        Crypto combined = new CombinedCrypto(ACCP.open(), Map.of("jdk", JDK.open()), List.of(fact));
        String algorithm = ComplianceReport.of(combined)
                .row(CryptoOperation.AES_DECRYPTION)
                .algorithm();
        assertTrue(algorithm.contains("from 64 bytes"), algorithm);
    }
}
