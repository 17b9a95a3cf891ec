package dev.mtproto.transport;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.support.ControlPacket;
import java.util.Objects;

/**
 * Finds the frames in one direction of one connection's byte stream, however the stream is split. A packet that arrives in
 * one piece is handed on where it stands; of others only the bytes that have really arrived are kept, so an announced
 * length costs no memory.
 *
 * <p>After an exception the place in the stream is lost: the connection has to be closed, and further bytes are refused.
 * Not safe for use by several threads.
 *
 * @see Framing#newDecoder
 */
public final class FrameDecoder {

    /** Keeps the sum of a length and what stands around a packet in an int. */
    private static final int MOST = 1 << 30;

    private final FrameHeader header;
    private final Role role;
    private final int limit;
    private final HeaderResult result = new HeaderResult();
    private final Pending pending = new Pending();
    private boolean failed;

    FrameDecoder(FrameHeader header, Role role, int limit) {
        this.header = header;
        this.role = role;
        this.limit = Math.min(limit, MOST);
    }

    /**
     * Takes in the next bytes of the stream and hands on every frame that is complete with them.
     *
     * @param data the array; packets may be changed in it by the handler
     * @param offset the index of the first byte
     * @param length how many
     * @param handler receives the frames
     * @throws TransportException if a frame breaks a rule
     */
    public void feed(byte[] data, int offset, int length, FrameHandler handler) {
        Objects.checkFromIndexSize(offset, length, data.length);
        if (failed) {
            throw new IllegalStateException("the stream is lost after a refused frame");
        }
        failed = true; // until this call ends well
        int position = offset;
        int end = offset + length;
        while (position < end) {
            position = pending.isEmpty() ? direct(data, position, end, handler) : resume(data, position, end, handler);
        }
        failed = false;
    }

    /** Returns how much memory the parts of a frame take, in bytes. */
    int memory() {
        return pending.array().length;
    }

    /** Handles a frame that begins in the caller's array; keeps what is there of an incomplete one. */
    private int direct(byte[] data, int position, int end, FrameHandler handler) {
        int headerLength = header.read(data, position, end - position, role, result);
        if (headerLength > 0) {
            int body = checkedLength();
            if (end - position - headerLength >= body) {
                deliver(data, position, headerLength, body, handler);
                return position + headerLength + body;
            }
        }
        pending.append(data, position, end - position, Integer.MAX_VALUE);
        return end;
    }

    /** Completes the frame of which a part is kept. */
    private int resume(byte[] data, int start, int end, FrameHandler handler) {
        int position = start;
        int headerLength = header.read(pending.array(), 0, pending.length(), role, result);
        while (headerLength == 0 && position < end) {
            pending.append(data, position++, 1, FrameHeader.MAX_LENGTH);
            headerLength = header.read(pending.array(), 0, pending.length(), role, result);
        }
        if (headerLength == 0) {
            return position;
        }
        int body = checkedLength();
        int missing = Math.max(0, headerLength + body - pending.length());
        int taken = Math.min(missing, end - position);
        pending.append(data, position, taken, headerLength + body);
        if (taken == missing) {
            deliver(pending.array(), 0, headerLength, body, handler);
            pending.clear();
        }
        return position + taken;
    }

    /** Returns how many bytes follow the header, once they may be kept. */
    @Enforces({Check.T1, Check.T2})
    private int checkedLength() {
        if (result.kind != HeaderResult.Kind.PACKET) {
            return 0;
        }
        int most = result.padded ? limit + FramePadding.MOST : limit;
        if (result.length <= 0 || result.length > most) {
            throw new TransportException(
                    Check.T1, "a frame for " + result.length + " bytes; 1 to " + most + " allowed");
        }
        if (!result.padded && result.length % 4 != 0) {
            throw new TransportException(Check.T2, "a frame for " + result.length + " bytes, not a multiple of 4");
        }
        return (int) result.length + result.trailer;
    }

    @Enforces(Check.T6)
    private void deliver(byte[] data, int offset, int headerLength, int body, FrameHandler handler) {
        switch (result.kind) {
            case QUICK_ACK -> handler.quickAck(result.value);
            case ERROR -> handler.error(result.value);
            case PACKET -> {
                int length = header.open(data, offset, headerLength, body);
                if (role == Role.CLIENT && ControlPacket.isOne(length)) {
                    ControlPacket.deliver(data, offset + headerLength, length, handler);
                } else {
                    handler.packet(data, offset + headerLength, length, result.wantsQuickAck);
                }
            }
        }
    }
}
