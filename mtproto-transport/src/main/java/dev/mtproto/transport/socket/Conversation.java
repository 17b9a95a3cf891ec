package dev.mtproto.transport.socket;

import dev.mtproto.api.TransportException;
import dev.mtproto.transport.Handshake;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** What is said on a socket before the frames: reads ahead no more than a buffer, within one limit of time. */
final class Conversation {

    private static final int BUFFER = 1 << 14;

    private final Socket socket;
    private final SocketOutput out;
    private final long deadline;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long read;

    /** @param deadline the end of the time that all of it may take, by {@link System#nanoTime} */
    Conversation(Socket socket, long deadline) throws IOException {
        this.socket = socket;
        this.out = new SocketOutput(socket.getOutputStream());
        this.deadline = deadline;
    }

    SocketOutput output() {
        return out;
    }

    /** Returns how many bytes were read. */
    long bytesRead() {
        return read;
    }

    byte[] array() {
        return buffer;
    }

    int start() {
        return start;
    }

    int available() {
        return end - start;
    }

    void skip(int count) {
        start += count;
    }

    /** Returns what was read and not used, and forgets it. */
    byte[] takeRest() {
        byte[] rest = Arrays.copyOfRange(buffer, start, end);
        start = end;
        return rest;
    }

    /** Runs a handshake to its end. */
    void run(Handshake handshake) throws IOException {
        send(handshake.start());
        boolean stuck = false;
        while (true) {
            if (stuck || available() == 0) {
                read();
            }
            Handshake.Step step = handshake.receive(buffer, start, available());
            start += step.consumed();
            send(step.toSend());
            if (step.isDone()) {
                return;
            }
            stuck = step.consumed() == 0;
        }
    }

    /** Waits for bytes and adds them to what is there. */
    void read() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            throw new TransportException("the peer says too much before its first packet", null);
        }
        socket.setSoTimeout(millisLeft());
        int count = socket.getInputStream().read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new TransportException("the peer closed the connection before its first packet", null);
        }
        end += count;
        read += count;
    }

    /** Drops whatever comes until the peer closes the connection or the time is over. */
    void drop() {
        try {
            while (socket.getInputStream().read(buffer) >= 0) {
                socket.setSoTimeout(millisLeft());
            }
        } catch (IOException e) {
            // either way the connection is closed now
        }
    }

    /** @throws SocketTimeoutException if none is left */
    int millisLeft() throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    private void send(byte[] bytes) {
        if (bytes.length > 0) {
            out.accept(bytes, 0, bytes.length);
        }
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
