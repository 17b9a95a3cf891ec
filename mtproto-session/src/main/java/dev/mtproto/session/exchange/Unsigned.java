package dev.mtproto.session.exchange;

import dev.mtproto.tl.TlBytes;
import java.math.BigInteger;
import java.util.Arrays;

/** Unsigned big-endian numbers in TL byte strings. */
final class Unsigned {

    private Unsigned() {}

    /** Writes a number without leading zeros. */
    static byte[] minimal(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** Writes a number below 2<sup>63</sup> without leading zeros. */
    static TlBytes minimal(long number) {
        return TlBytes.of(minimal(BigInteger.valueOf(number)));
    }

    /** Writes a number as exactly 256 bytes. */
    static byte[] block(BigInteger number) {
        byte[] bytes = minimal(number);
        byte[] block = new byte[RsaPad.BLOCK];
        System.arraycopy(bytes, 0, block, block.length - bytes.length, bytes.length);
        return block;
    }

    /** Reads a number. */
    static BigInteger read(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    /** Tells whether 1 to 8 bytes hold the given number below 2<sup>63</sup>. */
    static boolean holds(TlBytes bytes, long number) {
        return bytes.length() >= 1
                && bytes.length() <= Long.BYTES
                && read(bytes.toByteArray()).equals(BigInteger.valueOf(number));
    }
}
