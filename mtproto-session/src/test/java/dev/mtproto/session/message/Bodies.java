package dev.mtproto.session.message;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.Message;
import dev.mtproto.tl.schema.MsgContainer;
import dev.mtproto.tl.schema.MsgCopy;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies of messages, whole and broken. */
final class Bodies {

    /** A message inside a container. */
    record Inner(long msgId, int seqNo, int length, byte[] body) {
        Inner(long msgId, int seqNo, byte[] body) {
            this(msgId, seqNo, body.length, body);
        }
    }

    static final byte[] QUERY = of(new HelpGetConfig());
    static final byte[] PING = of(new Ping(42));
    static final byte[] UPDATE = of(new UpdatesTooLong());

    private Bodies() {}

    static byte[] of(TlObject object) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        return writer.toByteArray();
    }

    static byte[] ack(Long... ids) {
        return of(new MsgsAck(List.of(ids)));
    }

    static byte[] container(Inner... messages) {
        return container(messages.length, messages);
    }

    static byte[] container(int count, Inner... messages) {
        TlWriter writer = new TlWriter();
        writer.writeInt(MsgContainer.ID);
        writer.writeInt(count);
        for (Inner inner : messages) {
            write(writer, inner);
        }
        return writer.toByteArray();
    }

    static byte[] copy(Inner message) {
        TlWriter writer = new TlWriter();
        writer.writeInt(MsgCopy.ID);
        writer.writeInt(Message.ID);
        write(writer, message);
        return writer.toByteArray();
    }

    private static void write(TlWriter writer, Inner inner) {
        writer.writeLong(inner.msgId());
        writer.writeInt(inner.seqNo());
        writer.writeInt(inner.length());
        writer.raw(inner.body(), 0, inner.body().length);
    }

    static byte[] gzip(byte[] content) {
        return packed(gzipStream(content));
    }

    static byte[] packed(byte[] stream) {
        TlWriter writer = new TlWriter();
        writer.writeInt(GzipPacked.ID);
        writer.writeBytes(stream);
        return writer.toByteArray();
    }

    static byte[] gzipStream(byte[] content) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(stream)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream.toByteArray();
    }

    static byte[] zlibStream(byte[] content) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(stream)) {
            zlib.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream.toByteArray();
    }

    static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
