package dev.mtproto.cli;

import dev.mtproto.crypto.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Hashes what is read through it, which goes into buffers that have an array. */
final class HashedSource implements ReadableByteChannel {

    private final ReadableByteChannel source;
    private final Digest digest;

    HashedSource(ReadableByteChannel source, Digest digest) {
        this.source = source;
        this.digest = digest;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int start = buffer.position();
        int count = source.read(buffer);
        if (count > 0) {
            digest.update(buffer.array(), buffer.arrayOffset() + start, count);
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
