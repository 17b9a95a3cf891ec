package dev.mtproto.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.CryptoVerdict;
import dev.mtproto.crypto.Cryptos;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SelectionTests {

    @AfterEach
    void forget() {
        System.clearProperty(Cryptos.PROPERTY);
    }

    @Test
    void theEmbeddedDefaultIsTheJdk() {
        assertEquals("jdk", Cryptos.open().info().name());
    }

    @Test
    void aSystemPropertyChooses() {
        System.setProperty(Cryptos.PROPERTY, "FIPS");
        assertEquals("bc-fips", Cryptos.open().info().name());
        System.setProperty(Cryptos.PROPERTY, "jdk");
        assertEquals("jdk", Cryptos.open().info().name());
    }

    @Test
    void fipsIsTheModuleInApprovedOnlyMode() {
        Crypto crypto = Cryptos.open(CryptoSelection.FIPS);
        assertTrue(crypto.info().approvedOnly());
        assertTrue(crypto.info().fipsModule().orElseThrow().startsWith("BC-FJA "));
    }

    @Test
    void theFastestIsAmongTheCandidates() {
        List<CryptoCandidate> candidates = Cryptos.candidates();
        assertEquals(
                List.of("accp", "bc-fips", "jdk"),
                candidates.stream().map(CryptoCandidate::name).sorted().toList());
        String fastest = Cryptos.open(CryptoSelection.FASTEST).info().name();
        boolean nativeCode = candidates.stream().anyMatch(c -> c.name().equals("accp") && c.available());
        assertEquals(nativeCode ? "fastest" : "jdk", fastest);
    }

    @Test
    void whatIsNamedDoesAllThatItsModuleHas() {
        for (CryptoCandidate candidate : Cryptos.candidates()) {
            if (candidate.name().equals("accp") && candidate.available()) {
                ComplianceReport report = ComplianceReport.of(Cryptos.open(CryptoSelection.parse("accp")));
                for (CryptoOperation operation : List.of(
                        CryptoOperation.AES_ENCRYPTION,
                        CryptoOperation.AES_DECRYPTION,
                        CryptoOperation.SHA1,
                        CryptoOperation.SHA256,
                        CryptoOperation.RANDOM,
                        CryptoOperation.DIFFIE_HELLMAN)) {
                    assertTrue(report.row(operation).module().startsWith("AmazonCorretto"), operation.id());
                }
            }
        }
    }

    @Test
    void fipsIsOneModule() {
        assertEquals(
                List.of("bc-fips"),
                Cryptos.explain(CryptoSelection.FIPS).stream()
                        .filter(CryptoVerdict::chosen)
                        .peek(verdict -> assertEquals(List.of(), verdict.parts()))
                        .map(verdict -> verdict.candidate().name())
                        .toList());
    }

    @Test
    void aListGivesTheFirstThatCanBeUsed() {
        assertEquals(
                "jdk",
                Cryptos.open(CryptoSelection.parse("no-such,jdk,bc-fips"))
                        .info()
                        .name());
        System.setProperty(Cryptos.PROPERTY, "no-such,bc-fips");
        assertEquals("bc-fips", Cryptos.open().info().name());
    }

    @Test
    void theChoiceIsExplained() {
        for (String text : List.of("jdk", "FASTEST", "FIPS", "no-such,FASTEST", "bc-fips,jdk")) {
            CryptoSelection selection = CryptoSelection.parse(text);
            List<CryptoVerdict> verdicts = Cryptos.explain(selection);
            List<String> chosen = verdicts.stream()
                    .filter(CryptoVerdict::chosen)
                    .flatMap(verdict -> verdict.candidate().info().stream())
                    .map(CryptoInfo::implementation)
                    .toList();
            assertEquals(Cryptos.open(selection).info().implementation(), String.join(" + ", chosen));
            assertTrue(
                    verdicts.stream().allMatch(verdict -> verdict.parts().isEmpty() || verdict.chosen()),
                    verdicts::toString);
            assertTrue(chosen.size() == 1 || text.contains("FASTEST"), text);
            assertTrue(verdicts.stream().noneMatch(verdict -> verdict.why().isBlank()));
        }
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheCandidates() {
        CryptoUnavailableException e = assertThrows(
                CryptoUnavailableException.class, () -> Cryptos.open(new CryptoSelection.Named("openssl")));
        for (String name : List.of("openssl", "jdk", "accp", "bc-fips")) {
            assertTrue(String.valueOf(e.getMessage()).contains(name), e.getMessage());
        }
    }
}
