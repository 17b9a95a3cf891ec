package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplianceReportTests {

    private static ComplianceRow row(CryptoOperation operation) {
        return new ComplianceRow(operation, "algorithm", "service", "module", true, "");
    }

    private static Crypto telling(ComplianceRow... rows) {
        return new TestCrypto("test", TestCrypto.Broken.NOTHING, Optional.empty(), false) {
            @Override
            public List<ComplianceRow> compliance() {
                return List.of(rows);
            }
        };
    }

    @Test
    void hasARowForEachOperationInOrder() {
        ComplianceReport report = ComplianceReport.of(telling(row(CryptoOperation.SHA1)));
        assertEquals(
                Arrays.asList(CryptoOperation.values()),
                report.rows().stream().map(ComplianceRow::operation).toList());
        assertEquals(row(CryptoOperation.SHA1), report.row(CryptoOperation.SHA1));
        assertEquals(CryptoOperation.values().length - 1, report.notApproved().size());
    }

    @Test
    void whatAProviderDoesNotTellIsUnknownAndNotApproved() {
        ComplianceRow unknown = ComplianceReport.of(telling()).row(CryptoOperation.AES_CTR);
        assertFalse(unknown.approved());
        assertEquals("the provider test does not tell how this is done", unknown.note());
        assertEquals("Test 1", unknown.module());
    }

    @Test
    void aProviderSpeaksForWhatItDoesInPlaceOfTheLibrary() {
        assertEquals(
                "MTProto for Java",
                ComplianceReport.of(telling()).row(CryptoOperation.IGE_CHAINING).module());
        ComplianceReport report = ComplianceReport.of(telling(row(CryptoOperation.IGE_CHAINING)));
        assertEquals("module", report.row(CryptoOperation.IGE_CHAINING).module());
    }

    @Test
    void refusesTwoWordsAboutOneThing() {
        Crypto twice = telling(row(CryptoOperation.PQ), row(CryptoOperation.PQ));
        assertThrows(IllegalStateException.class, () -> ComplianceReport.of(twice));
    }

    @Test
    void aReasonIsDueForWhatIsNotApproved() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComplianceRow(CryptoOperation.PQ, "algorithm", "service", "module", false, " "));
        assertTrue(ComplianceReport.of(telling()).notApproved().stream()
                .noneMatch(row -> row.note().isBlank()));
    }
}
