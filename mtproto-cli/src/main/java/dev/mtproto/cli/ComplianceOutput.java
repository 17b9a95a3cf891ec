package dev.mtproto.cli;

import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.CryptoInfo;
import java.io.PrintWriter;

/** Shows a compliance report. */
final class ComplianceOutput {

    private final PrintWriter out;

    ComplianceOutput(PrintWriter out) {
        this.out = out;
    }

    void print(ComplianceReport report, boolean json) {
        if (json) {
            JsonLine.print(out, line -> {
                CryptoInfo info = report.provider();
                line.writeStringField("provider", info.name());
                line.writeStringField("module", info.fipsModule().orElse(null));
                line.writeStringField("certificate", info.certificate().orElse(null));
                line.writeBooleanField("approved_only", info.approvedOnly());
                line.writeArrayFieldStart("evidence");
                for (String statement : report.evidence()) {
                    line.writeString(statement);
                }
                line.writeEndArray();
            });
            report.rows().forEach(this::printJson);
            return;
        }
        CryptoInfo info = report.provider();
        out.println("provider: " + info);
        out.println("module: " + info.fipsModule().orElse("not a validated one"));
        info.certificate().ifPresent(text -> out.println("certificate, as the vendor states it: " + text));
        report.evidence().forEach(out::println);
        out.println();
        TextTable table = new TextTable("operation", "approved", "algorithm", "executed by", "called");
        for (ComplianceRow row : report.rows()) {
            table.row(
                    row.operation().id(), row.approved() ? "yes" : "NO", row.algorithm(), row.module(), row.service());
        }
        table.print(out);
        out.println();
        for (ComplianceRow row : report.rows()) {
            out.println(row.operation().id() + ": " + row.operation().purpose());
            out.println("    touches: " + row.operation().touches());
            if (!row.note().isEmpty()) {
                out.println((row.approved() ? "    note: " : "    not approved: ") + row.note());
            }
        }
        out.println();
        out.println(report.rows().size() - report.notApproved().size() + " of "
                + report.rows().size() + " operations are approved services of a validated module");
    }

    private void printJson(ComplianceRow row) {
        JsonLine.print(out, line -> {
            line.writeStringField("operation", row.operation().id());
            line.writeStringField("purpose", row.operation().purpose());
            line.writeStringField("touches", row.operation().touches());
            line.writeStringField("algorithm", row.algorithm());
            line.writeStringField("service", row.service());
            line.writeStringField("module", row.module());
            line.writeBooleanField("approved", row.approved());
            line.writeStringField("note", row.note());
        });
    }
}
