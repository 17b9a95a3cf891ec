package dev.mtproto.transport.http;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.support.Gathered;

/** Gathers a body of known length. One that arrives in one piece is handed on where it stands. */
final class HttpBody {

    private final int limit;
    private final Gathered gathered = new Gathered();
    private int length;

    HttpBody(int limit) {
        this.limit = limit;
    }

    /** Begins a body, as its head announces it. */
    @Enforces(Check.T1)
    void begin(int newLength) {
        if (newLength <= 0 || newLength > limit) {
            throw new TransportException(Check.T1, "a body of " + newLength + " bytes; 1 to " + limit + " allowed");
        }
        length = newLength;
    }

    /** Takes bytes, hands on the body if it is whole, and returns how many were taken. */
    int feed(byte[] data, int offset, int available, ByteSink whole) {
        if (gathered.length() == 0 && available >= length) {
            whole.accept(data, offset, length);
            return length;
        }
        int taken = gathered.fill(data, offset, available, length);
        if (gathered.length() == length) {
            whole.accept(gathered.array(), 0, length);
            gathered.clear();
        }
        return taken;
    }

    int memory() {
        return gathered.array().length;
    }
}
