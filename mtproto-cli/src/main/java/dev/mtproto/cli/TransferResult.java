package dev.mtproto.cli;

import dev.mtproto.crypto.CryptoInfo;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * What a transfer came to.
 *
 * @param id the id of the file
 * @param sha256 its hash, in hexadecimal
 * @param bytes its length
 * @param transferred how many of the bytes were transferred in this run
 * @param time how long that took
 * @param cpu the CPU time that this process took for it
 * @param compared whether the server told its hash, which is the same then
 * @param crypto what did the cryptography
 */
record TransferResult(
        long id,
        String sha256,
        long bytes,
        long transferred,
        Duration time,
        Duration cpu,
        boolean compared,
        CryptoInfo crypto) {

    void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            JsonLine.print(out, json -> {
                json.writeStringField("event", "result");
                json.writeBooleanField("ok", true);
                json.writeStringField("id", FileId.text(id));
                json.writeStringField("sha256", sha256);
                json.writeNumberField("bytes", bytes);
                json.writeNumberField("transferred", transferred);
                json.writeNumberField("seconds", time.toNanos() / 1000 / 1e6);
                json.writeNumberField("mb_per_second", Math.round(rate() * 10) / 10.0);
                json.writeNumberField("cpu_seconds", cpu.toMillis() / 1e3);
                json.writeBooleanField("compared_with_server", compared);
                json.writeObjectFieldStart("crypto");
                JsonOutput.crypto(json, crypto);
                json.writeEndObject();
            });
            return;
        }
        out.println("id       " + FileId.text(id));
        out.println("sha256   " + sha256 + (compared ? ", as the server says" : ""));
        out.printf(
                Locale.ROOT,
                "bytes    %d%s, %.1f MB/s%n",
                bytes,
                transferred == bytes ? "" : ", " + transferred + " of them in this run",
                rate());
    }

    private double rate() {
        return transferred / 1e6 / (time.toNanos() / 1e9);
    }
}
