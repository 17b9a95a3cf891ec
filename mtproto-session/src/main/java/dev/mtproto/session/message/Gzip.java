package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.SessionException;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.GzipPacked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The object {@code gzip_packed}, which stands for the object that is packed inside it. */
public final class Gzip {

    private Gzip() {}

    /**
     * Packs the bytes of an object.
     *
     * @param array holds the object
     * @param offset the index of the first byte of its id
     * @param length its length in bytes
     * @return the bytes of a {@code gzip_packed} with its id; longer than the object if that cannot be compressed
     */
    public static byte[] pack(byte[] array, int offset, int length) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(stream)) {
            gzip.write(array, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TlWriter writer = new TlWriter(stream.size() + 16);
        writer.writeConstructorId(GzipPacked.ID);
        writer.writeBytes(stream.toByteArray());
        return writer.toByteArray();
    }

    /**
     * Unpacks a {@code gzip_packed}.
     *
     * @param array holds the object
     * @param offset the index of the first byte of its id
     * @param length its length in bytes
     * @param limit the most bytes that it may unpack to
     * @return the bytes of the object inside
     * @throws SessionException (M15) if the object is broken, unpacks to more than the limit or holds another one of its kind
     */
    public static byte[] unpack(byte[] array, int offset, int length, int limit) {
        GzipReader reader = GzipReaders.take(limit);
        try {
            int size = unpack(reader, array, offset, length);
            return Arrays.copyOf(reader.output(), size);
        } finally {
            GzipReaders.giveBack(reader);
        }
    }

    /** Unpacks into the buffer of a reader, and returns the length. */
    static int unpack(GzipReader reader, byte[] array, int offset, int length) {
        int size = length < 4 || WireBytes.getInt(array, offset) != GzipPacked.ID
                ? -1
                : reader.unpack(array, offset, length);
        if (size < 0) {
            throw new SessionException(Check.M15, "a gzip_packed that is broken or unpacks to too much");
        }
        return size;
    }
}
