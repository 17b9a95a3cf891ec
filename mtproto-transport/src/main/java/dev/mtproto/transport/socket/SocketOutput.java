package dev.mtproto.transport.socket;

import dev.mtproto.api.TransportException;
import dev.mtproto.transport.ByteSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/** The sending end of a socket, which counts. What has to go out in one piece is written under its lock. */
final class SocketOutput implements ByteSink {

    final ReentrantLock lock = new ReentrantLock();
    private final OutputStream out;
    private volatile long written;

    SocketOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(byte[] data, int offset, int length) {
        lock.lock();
        try {
            out.write(data, offset, length);
            written = written + length;
        } catch (IOException e) {
            throw new TransportException("the connection is lost: " + Conversation.reason(e), e);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many bytes were written. */
    long written() {
        return written;
    }
}
