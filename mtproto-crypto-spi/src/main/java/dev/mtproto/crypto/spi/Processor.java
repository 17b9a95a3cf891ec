package dev.mtproto.crypto.spi;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of the processor decides which of two ways to the same bytes is the faster. */
final class Processor {

    private static final int MOST_LINES = 30;

    private Processor() {}

    /** Returns the maker as Linux names it, such as {@code AuthenticAMD}; empty elsewhere. */
    static String vendor() {
        return vendor(Path.of("/proc/cpuinfo"));
    }

    static String vendor(Path cpuInfo) {
        try (BufferedReader lines = Files.newBufferedReader(cpuInfo, StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < MOST_LINES; i++) {
                String line = lines.readLine();
                if (line == null) {
                    return "";
                }
                if (line.startsWith("vendor_id")) {
                    return line.substring(line.indexOf(':') + 1).trim();
                }
            }
            return "";
        } catch (IOException e) {
            // not Linux
            return "";
        }
    }
}
