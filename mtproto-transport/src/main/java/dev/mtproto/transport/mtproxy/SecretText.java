package dev.mtproto.transport.mtproxy;

import java.util.Base64;
import java.util.HexFormat;

/** The text forms of a secret, tried in the order in which official clients try them. */
final class SecretText {

    private SecretText() {}

    static byte[] decode(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("the proxy secret is empty");
        }
        if (digits.length() % 2 == 0 && digits.chars().allMatch(HexFormat::isHexDigit)) {
            return HexFormat.of().parseHex(digits);
        }
        String symbols = withoutPadding(digits);
        boolean common = symbols.indexOf('+') >= 0 || symbols.indexOf('/') >= 0;
        try {
            return (common ? Base64.getDecoder() : Base64.getUrlDecoder()).decode(symbols);
        } catch (IllegalArgumentException e) {
            // the cause would quote a character of the secret
            throw new IllegalArgumentException("the proxy secret is neither hexadecimal nor base64");
        }
    }

    private static String withoutPadding(String symbols) {
        int end = symbols.length();
        while (end > 0 && symbols.charAt(end - 1) == '=') {
            end--;
        }
        return symbols.substring(0, end);
    }
}
