package dev.mtproto.cli;

import dev.mtproto.crypto.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Hashes what is written through it. */
final class HashedTarget implements WritableByteChannel {

    private final WritableByteChannel target;
    private final Digest digest;
    private final byte[] piece = new byte[1 << 14];

    HashedTarget(WritableByteChannel target, Digest digest) {
        this.target = target;
        this.digest = digest;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        ByteBuffer copy = bytes.duplicate();
        int count = target.write(bytes);
        for (int done = 0; done < count; ) {
            int length = Math.min(piece.length, count - done);
            copy.get(piece, 0, length);
            digest.update(piece, 0, length);
            done += length;
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return target.isOpen();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
