package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks {@code gzip_packed} objects, gzip or zlib inside, into a buffer that is used again and again. Stops as soon as the
 * output passes what is left for the packet, or what no honest input of its size would give.
 */
@Enforces({Check.M15, Check.D2})
final class GzipReader implements AutoCloseable {

    private static final int ID_LENGTH = 4;
    /** Output up to this length is taken at any ratio, in bytes: the longest part of a file, and what is around it. */
    private static final int ANY_RATIO = (1 << 20) + (1 << 12);
    /** The ratio of output to input beyond that; a bomb reaches 1000, honest data stays below 100. */
    private static final long RATIO = 256;

    private static final int FIRST_LENGTH = 1 << 12;
    /** A longer buffer is given up after the packet, in bytes. */
    private static final int KEPT_LENGTH = 1 << 20;

    private final Inflater inflater = new Inflater(true);
    private final CompressedFormat format = new CompressedFormat();
    private byte[] output = new byte[0];
    private int left;

    /**
     * Starts a packet, whose parts share one limit.
     *
     * @param limit the most bytes that they may unpack to, together
     */
    GzipReader startPacket(int limit) {
        left = limit;
        return this;
    }

    /** Gives up a buffer that is too long to be kept. */
    void endPacket() {
        if (output.length > KEPT_LENGTH) {
            output = new byte[0];
        }
    }

    /** Returns the array that {@link #unpack} wrote to, from index 0 on. */
    byte[] output() {
        return output;
    }

    /**
     * Unpacks a whole object.
     *
     * @return the length of the output, -1 if the object is broken or unpacks to too much
     */
    int unpack(byte[] array, int offset, int length) {
        int content = TlBytesSlice.contentLength(array, offset + ID_LENGTH, length - ID_LENGTH);
        if (content < 0) {
            return -1;
        }
        int start = offset + ID_LENGTH + TlBytesSlice.headLength(array, offset + ID_LENGTH);
        int head = CompressedFormat.headLength(array, start, content);
        if (head < 0) {
            return -1;
        }
        int size = inflate(array, start + head, content - head);
        if (size < 0) {
            return -1;
        }
        int rest = inflater.getRemaining();
        if (!format.isTrailerRight(array, start, start + content - rest, rest, output, size)) {
            return -1;
        }
        left -= size;
        return size;
    }

    private int inflate(byte[] array, int offset, int length) {
        int most = (int) Math.min(left, Math.max(ANY_RATIO, RATIO * length));
        inflater.reset();
        inflater.setInput(array, offset, length);
        int written = 0;
        try {
            while (!inflater.finished()) {
                if (written > most) {
                    return -1;
                }
                if (written == output.length) {
                    grow(most);
                }
                int count = inflater.inflate(output, written, output.length - written);
                if (count == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    return -1;
                }
                written += count;
            }
        } catch (DataFormatException e) {
            return -1;
        }
        return written > most ? -1 : written;
    }

    /** Makes the buffer longer; one byte more than allowed is enough to see that the rest is too much. */
    private void grow(int most) {
        int wanted = Math.max(FIRST_LENGTH, 2 * output.length);
        output = Arrays.copyOf(output, Math.max(output.length + 1, Math.min(wanted, most + 1)));
    }

    @Override
    public void close() {
        inflater.end();
        output = new byte[0];
    }
}
