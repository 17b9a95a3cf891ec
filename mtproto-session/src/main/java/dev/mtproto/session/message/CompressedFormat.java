package dev.mtproto.session.message;

import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** What stands around a deflate stream: gzip (RFC 1952) or zlib (RFC 1950). Bytes behind it are ignored. */
final class CompressedFormat {

    private static final int GZIP_HEAD = 10;
    private static final int ZLIB_HEAD = 2;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int DICTIONARY = 0x20;

    private final CRC32 crc = new CRC32();
    private final Adler32 adler = new Adler32();

    /** Returns the number of bytes in front of the deflate stream, -1 if the format is neither. */
    static int headLength(byte[] array, int offset, int length) {
        if (isGzip(array, offset, length)) {
            return gzipHead(array, offset, length);
        }
        if (length >= ZLIB_HEAD
                && (array[offset] & 15) == 8
                && bigEndian(array, offset) % 31 == 0
                && (array[offset + 1] & DICTIONARY) == 0) {
            return ZLIB_HEAD;
        }
        return -1;
    }

    /** Tells whether the checksum behind the deflate stream fits the output. */
    boolean isTrailerRight(byte[] array, int start, int trailer, int left, byte[] output, int length) {
        if (isGzip(array, start, trailer - start)) {
            if (left < 8) {
                return false;
            }
            crc.reset();
            crc.update(output, 0, length);
            return WireBytes.getInt(array, trailer) == (int) crc.getValue()
                    && WireBytes.getInt(array, trailer + 4) == length;
        }
        if (left < 4) {
            return false;
        }
        adler.reset();
        adler.update(output, 0, length);
        return Integer.reverseBytes(WireBytes.getInt(array, trailer)) == (int) adler.getValue();
    }

    private static boolean isGzip(byte[] array, int offset, int length) {
        return length >= GZIP_HEAD
                && array[offset] == 0x1f
                && array[offset + 1] == (byte) 0x8b
                && array[offset + 2] == 8;
    }

    private static int gzipHead(byte[] array, int offset, int length) {
        int flags = array[offset + 3];
        int end = offset + length;
        int at = offset + GZIP_HEAD;
        if ((flags & RESERVED) != 0) {
            return -1;
        }
        if ((flags & EXTRA) != 0) {
            at = at + 2 > end ? end + 1 : at + 2 + littleEndian(array, at);
        }
        if ((flags & NAME) != 0) {
            at = behindText(array, at, end);
        }
        if ((flags & COMMENT) != 0) {
            at = behindText(array, at, end);
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            at += 2;
        }
        return at > end ? -1 : at - offset;
    }

    private static int bigEndian(byte[] array, int at) {
        return ((array[at] & 0xff) << 8) | (array[at + 1] & 0xff);
    }

    private static int littleEndian(byte[] array, int at) {
        return (array[at] & 0xff) | ((array[at + 1] & 0xff) << 8);
    }

    private static int behindText(byte[] array, int from, int end) {
        int at = from;
        while (at < end && array[at] != 0) {
            at++;
        }
        return Math.max(at, from) + 1;
    }
}
