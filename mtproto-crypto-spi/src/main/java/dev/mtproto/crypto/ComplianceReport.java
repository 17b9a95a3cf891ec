package dev.mtproto.crypto;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every cryptographic operation of MTProto, with the module that executes it and whether that is an approved service of it.
 * The rows are the provider's own word for its primitives; what this library does itself is the same with all of them.
 *
 * @param provider the provider that the report is about
 * @param evidence what the provider verified of its module when it was opened, a statement each; empty without a module
 * @param rows a row for each {@link CryptoOperation}, in its order
 */
public record ComplianceReport(CryptoInfo provider, List<String> evidence, List<ComplianceRow> rows) {

    /** Copies the lists. */
    public ComplianceReport {
        evidence = List.copyOf(evidence);
        rows = List.copyOf(rows);
    }

    /**
     * Makes the report.
     *
     * @param crypto an opened provider
     * @throws IllegalStateException if the provider gives two rows for one operation
     */
    public static ComplianceReport of(Crypto crypto) {
        Map<CryptoOperation, ComplianceRow> rows = new EnumMap<>(CryptoOperation.class);
        for (ComplianceRow row : crypto.compliance()) {
            if (rows.put(row.operation(), row) != null) {
                throw new IllegalStateException(crypto.info().name() + " reports " + row.operation() + " twice");
            }
        }
        List<ComplianceRow> all = new ArrayList<>();
        for (CryptoOperation operation : CryptoOperation.values()) {
            ComplianceRow row = rows.get(operation);
            all.add(row == null ? ProtocolRows.of(operation, crypto.info()) : row);
        }
        return new ComplianceReport(crypto.info(), crypto.moduleEvidence(), all);
    }

    /**
     * Returns the row of an operation.
     *
     * @param operation the operation
     */
    public ComplianceRow row(CryptoOperation operation) {
        return rows.get(operation.ordinal());
    }

    /** Returns the rows that are not approved. */
    public List<ComplianceRow> notApproved() {
        return rows.stream().filter(row -> !row.approved()).toList();
    }
}
