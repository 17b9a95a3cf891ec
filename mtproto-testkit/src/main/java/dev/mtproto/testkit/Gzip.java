package dev.mtproto.testkit;

import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.GzipPacked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packs objects into {@code gzip_packed}. */
final class Gzip {

    private Gzip() {}

    static byte[] pack(byte[] object, int length) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(stream)) {
            gzip.write(object, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TlWriter writer = new TlWriter();
        writer.writeConstructorId(GzipPacked.ID);
        writer.writeBytes(stream.toByteArray());
        return writer.toByteArray();
    }
}
