package dev.mtproto.tl.codegen;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The rule by which TL ids are made: the CRC-32 of the line in a normal form. */
final class IdRule {

    private IdRule() {}

    /**
     * Computes the id of a line.
     *
     * @param text the line without comment and semicolon
     */
    static int idOf(String text) {
        CRC32 crc = new CRC32();
        crc.update(normalise(text).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    static String normalise(String text) {
        return text.replaceFirst("^(\\S+?)#[0-9a-fA-F]+", "$1")
                .replaceAll(" \\w+:\\w+\\.\\d+\\?true(?= )", "")
                .replace('<', ' ')
                .replaceAll("[>{}]", "")
                .replaceAll("(?<=[:? ])bytes(?= |$)", "string")
                .replaceAll("\\s+", " ")
                .trim();
    }
}
