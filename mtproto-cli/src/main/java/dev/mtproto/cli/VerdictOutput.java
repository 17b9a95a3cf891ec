package dev.mtproto.cli;

import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.CryptoPart;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.CryptoVerdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what a selection makes of each crypto backend. */
final class VerdictOutput {

    private final PrintWriter out;

    VerdictOutput(PrintWriter out) {
        this.out = out;
    }

    void print(CryptoSelection selection, List<CryptoVerdict> verdicts, boolean json) {
        if (json) {
            verdicts.forEach(verdict -> printJson(selection, verdict));
            return;
        }
        TextTable table = new TextTable("", "name", "version", "code", "mode", "self tests", "start-up");
        for (CryptoVerdict verdict : verdicts) {
            CryptoCandidate candidate = verdict.candidate();
            Optional<CryptoInfo> info = candidate.info();
            table.row(
                    verdict.chosen() ? "*" : "",
                    candidate.name(),
                    info.map(CryptoInfo::version).orElse("-"),
                    info.map(known -> known.nativeCode() ? "native" : "Java").orElse("-"),
                    info.map(known -> known.approvedOnly() ? "approved-only" : "general")
                            .orElse("-"),
                    selfTests(candidate),
                    Math.round(candidate.startUp().toNanos() / 1e6) + " ms");
        }
        out.println("selection: " + selection + ", Java " + Runtime.version());
        out.println();
        table.print(out);
        out.println();
        for (CryptoVerdict verdict : verdicts) {
            out.println(
                    verdict.candidate().name() + (verdict.chosen() ? ": chosen: " : ": not chosen: ") + verdict.why());
            verdict.parts().forEach(part -> out.println("    " + part));
            verdict.candidate().info().ifPresent(info -> {
                info.fipsModule().ifPresent(module -> out.println("    module: " + module));
                info.certificate().ifPresent(text -> out.println("    certificate, as the vendor states it: " + text));
            });
        }
    }

    private void printJson(CryptoSelection selection, CryptoVerdict verdict) {
        CryptoCandidate candidate = verdict.candidate();
        JsonLine.print(out, json -> {
            json.writeStringField("selection", selection.toString());
            json.writeStringField("name", candidate.name());
            json.writeBooleanField("available", candidate.available());
            json.writeBooleanField("chosen", verdict.chosen());
            json.writeStringField("why", verdict.why());
            json.writeNumberField("rank", candidate.speed());
            json.writeArrayFieldStart("parts");
            for (CryptoPart part : verdict.parts()) {
                json.writeStartObject();
                json.writeStringField("operation", part.operation().id());
                json.writeNumberField("from", part.from());
                json.writeStringField("why", part.why());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("self_tests", selfTests(candidate));
            json.writeNumberField("start_up_ms", Math.round(candidate.startUp().toNanos() / 1e4) / 100.0);
            if (candidate.info().isPresent()) {
                CryptoInfo info = candidate.info().get();
                json.writeStringField("implementation", info.implementation());
                json.writeStringField("version", info.version());
                json.writeBooleanField("native", info.nativeCode());
                json.writeBooleanField("approved_only", info.approvedOnly());
                json.writeStringField("fips_module", info.fipsModule().orElse(null));
                json.writeStringField("certificate", info.certificate().orElse(null));
            }
        });
    }

    private static String selfTests(CryptoCandidate candidate) {
        return candidate.selfTest().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
