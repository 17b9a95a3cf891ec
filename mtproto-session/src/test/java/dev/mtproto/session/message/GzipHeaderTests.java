package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.SessionException;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.GzipPacked;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand around a deflate stream: the optional fields of gzip, the form of zlib, and their checksums. */
@Tag("M15")
class GzipHeaderTests {

    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int ALL = CHECKSUM | EXTRA | NAME | COMMENT;
    private static final byte[] CONTENT = Bodies.QUERY;

    @Test
    void anyChoiceOfOptionalFieldsIsSkipped() {
        for (int flags = 0; flags < 32; flags++) {
            assertUnpacks(gzip(flags, 3));
        }
        assertUnpacks(gzip(EXTRA, 0));
        assertUnpacks(gzip(EXTRA, 300));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x40, 0x80, 0x20 | NAME})
    void reservedFlagsAreRefused(int flags) {
        assertRefused(gzip(flags, 3));
    }

    @Test
    void aStreamThatIsCutOffAnywhereIsRefused() {
        byte[] whole = gzip(ALL, 3);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
        byte[] zlib = zlib(0x78, 0x9c);
        for (int length = 0; length < zlib.length; length++) {
            assertRefused(Arrays.copyOf(zlib, length));
        }
    }

    @Test
    void aFieldThatReachesBeyondTheEndIsRefused() {
        byte[] packed = gzip(EXTRA, 3);
        packed[11] = (byte) 0xff;
        assertRefused(packed);
        byte[] unended = gzip(NAME, 0);
        Arrays.fill(unended, 10, unended.length, (byte) 'n');
        assertRefused(unended);
        assertRefused(new byte[] {0x1f, (byte) 0x8b, 8, EXTRA, 0, 0, 0, 0, 0, 0, 1});
    }

    @Test
    void aChecksumOrLengthThatIsWrongIsRefused() {
        for (int back = 1; back <= 8; back++) {
            byte[] packed = gzip(0, 0);
            packed[packed.length - back] ^= 1;
            assertRefused(packed);
        }
        for (int back = 1; back <= 4; back++) {
            byte[] packed = zlib(0x78, 0x9c);
            packed[packed.length - back] ^= 1;
            assertRefused(packed);
        }
    }

    @Test
    void bytesBehindTheChecksumAreIgnored() {
        byte[] packed = gzip(0, 0);
        assertUnpacks(Arrays.copyOf(packed, packed.length + 5));
    }

    @Test
    void zlibIsTakenInAnyWindowAndWithoutDictionary() {
        assertUnpacks(zlib(0x78, 0x9c));
        assertUnpacks(zlib(0x48, 0x89));
        assertRefused(zlib(0x78, 0x9d), "a header that is no multiple of 31");
        assertRefused(zlib(0x78, 0xbb), "a dictionary");
        assertRefused(zlib(0x79, 0x9b), "another method");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anotherMagicIsNoGzip(int at) {
        byte[] packed = gzip(0, 0);
        packed[at] ^= 0x40;
        assertRefused(packed);
    }

    private static byte[] gzip(int flags, int extra) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
        if ((flags & EXTRA) != 0) {
            out.writeBytes(new byte[] {(byte) extra, (byte) (extra >> 8)});
            out.writeBytes(new byte[extra]);
        }
        if ((flags & NAME) != 0) {
            out.writeBytes(new byte[] {'n', 'a', 'm', 'e', 0});
        }
        if ((flags & COMMENT) != 0) {
            out.write(0);
        }
        if ((flags & CHECKSUM) != 0) {
            out.writeBytes(new byte[] {9, 9});
        }
        out.writeBytes(deflated());
        CRC32 crc = new CRC32();
        crc.update(CONTENT);
        ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(
                trailer.putInt((int) crc.getValue()).putInt(CONTENT.length).array());
        return out.toByteArray();
    }

    private static byte[] zlib(int first, int second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        out.writeBytes(deflated());
        Adler32 adler = new Adler32();
        adler.update(CONTENT);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) adler.getValue()).array());
        return out.toByteArray();
    }

    private static byte[] deflated() {
        Deflater deflater = new Deflater(9, true);
        try {
            deflater.setInput(CONTENT);
            deflater.finish();
            byte[] buffer = new byte[100];
            int length = deflater.deflate(buffer);
            return Arrays.copyOf(buffer, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] object(byte[] packed) {
        TlWriter writer = new TlWriter();
        writer.writeConstructorId(GzipPacked.ID);
        writer.writeBytes(packed);
        return writer.toByteArray();
    }

    private static void assertUnpacks(byte[] packed) {
        byte[] object = object(packed);
        assertArrayEquals(CONTENT, Gzip.unpack(object, 0, object.length, 1000));
    }

    private static void assertRefused(byte[] packed) {
        assertRefused(packed, "flags " + (packed.length > 3 ? packed[3] : 0) + ", " + packed.length + " bytes");
    }

    private static void assertRefused(byte[] packed, String what) {
        byte[] object = object(packed);
        assertThrows(SessionException.class, () -> Gzip.unpack(object, 0, object.length, 1000), what);
    }
}
