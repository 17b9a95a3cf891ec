package dev.mtproto.tl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict reading of UTF-8. */
final class Utf8 {

    private Utf8() {}

    /**
     * Decodes a slice.
     *
     * @throws CharacterCodingException if it is not valid
     */
    static String decode(byte[] array, int offset, int length) throws CharacterCodingException {
        if (isAscii(array, offset, length)) {
            return new String(array, offset, length, StandardCharsets.US_ASCII);
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(array, offset, length))
                .toString();
    }

    private static boolean isAscii(byte[] array, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (array[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
