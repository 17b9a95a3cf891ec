package dev.mtproto.crypto;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One block of a PEM text.
 *
 * @param number its place, counted from 1
 * @param label what stands behind BEGIN
 * @param der its content
 */
record PemBlock(int number, String label, byte[] der) {

    private static final int LIMIT = 1 << 20;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** Cuts a text into its blocks. */
    static List<PemBlock> split(String text) {
        if (text.length() > LIMIT) {
            throw new IllegalArgumentException("a PEM text has at most " + LIMIT + " characters, not " + text.length());
        }
        List<PemBlock> blocks = new ArrayList<>();
        String label = "";
        StringBuilder body = new StringBuilder();
        for (String raw : text.split("\\R", -1)) {
            String line = raw.strip();
            if (label.isEmpty()) {
                if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                    label = line.substring(BEGIN.length(), line.length() - DASHES.length());
                    body.setLength(0);
                }
            } else if (line.startsWith(END)) {
                if (!line.equals(END + label + DASHES)) {
                    throw broken(blocks, "it begins as \"" + label + "\" and does not end so");
                }
                blocks.add(new PemBlock(blocks.size() + 1, label, decode(blocks, body.toString())));
                label = "";
            } else if (line.indexOf(':') >= 0) {
                throw broken(blocks, "it has headers, so it is encrypted or not a key; decrypt it first");
            } else {
                body.append(line);
            }
        }
        if (!label.isEmpty()) {
            throw broken(blocks, "it has no END line");
        }
        return blocks;
    }

    private static byte[] decode(List<PemBlock> before, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // the decoder's own message quotes the text, which may be secret
            throw broken(before, "its content is not base64");
        }
    }

    private static IllegalArgumentException broken(List<PemBlock> before, String problem) {
        return new IllegalArgumentException("PEM block " + (before.size() + 1) + ": " + problem);
    }

    @Override
    public String toString() {
        return "PemBlock[" + number + ", " + label + "]";
    }
}
