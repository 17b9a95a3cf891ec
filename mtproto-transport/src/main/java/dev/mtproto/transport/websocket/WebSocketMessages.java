package dev.mtproto.transport.websocket;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.StreamLayer;

/**
 * A byte stream in binary WebSocket messages, whose boundaries mean nothing. Pings are answered, and so is a close; what
 * arrives is handed on piece by piece, so a frame of any length costs no memory.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5">RFC 6455, section 5</a>
 */
public final class WebSocketMessages implements StreamLayer {

    private static final int LONGEST_MESSAGE = 1 << 14;
    private static final byte[] NORMAL_CLOSE = {0x03, (byte) 0xe8};

    private final FrameWriter messages;
    private final FrameWriter controls;
    private final ByteSink replies;
    private final FrameHead head;
    private final byte[] control = new byte[FrameHead.LONGEST_CONTROL];
    private boolean inFrame;
    private boolean inMessage;
    private long payloadLength;
    private long position;
    private int mask;
    private volatile boolean closed;

    /**
     * Starts behind the upgrade of a connection.
     *
     * @param role the side
     * @param random where the masks of a client are drawn from
     * @param replies receives the answers to pings and closes, while {@link #decode} runs; each goes to the socket whole, not
     *     in between the pieces of an {@link #encode}
     */
    public WebSocketMessages(Role role, RandomSource random, ByteSink replies) {
        this.messages = new FrameWriter(role, random, LONGEST_MESSAGE);
        this.controls = new FrameWriter(role, random, FrameHead.LONGEST_CONTROL);
        this.replies = replies;
        this.head = new FrameHead(role);
    }

    /** Tells whether the peer has closed the stream; nothing more is taken from it, and nothing can be sent. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void encode(byte[] data, int offset, int length, ByteSink below) {
        if (closed) {
            throw new TransportException("the peer has closed the WebSocket connection", null);
        }
        messages.write(FrameHead.BINARY, data, offset, length, below);
    }

    /**
     * Writes a normal close, the last thing that is sent.
     *
     * @param below receives the frame
     */
    public void encodeClose(ByteSink below) {
        messages.write(FrameHead.CLOSE, NORMAL_CLOSE, 0, NORMAL_CLOSE.length, below);
    }

    @Override
    public void decode(byte[] data, int offset, int length, ByteSink above) {
        int next = offset;
        int end = offset + length;
        while (next < end && !closed) {
            if (!inFrame) {
                if (head.take(data[next++])) {
                    begin();
                }
            } else {
                int count = (int) Math.min(payloadLength - position, end - next);
                Mask.apply(data, next, count, mask, position);
                if (head.isControl()) {
                    System.arraycopy(data, next, control, (int) position, count);
                } else {
                    above.accept(data, next, count);
                }
                position += count;
                next += count;
            }
            if (inFrame && position == payloadLength) {
                finish();
            }
        }
    }

    @Enforces(Check.T15)
    private void begin() {
        inFrame = true;
        position = 0;
        payloadLength = head.payloadLength();
        mask = head.mask();
        if (!head.isControl()) {
            if (head.opcode() == FrameHead.CONTINUATION != inMessage) {
                throw FrameHead.refused("a message inside of another, or the rest of none");
            }
            inMessage = !head.isFinal();
        }
    }

    private void finish() {
        switch (head.opcode()) {
            case FrameHead.PING -> controls.write(FrameHead.PONG, control, 0, (int) payloadLength, replies);
            case FrameHead.CLOSE -> {
                closed = true;
                controls.write(FrameHead.CLOSE, NORMAL_CLOSE, 0, NORMAL_CLOSE.length, replies);
            }
            default -> {
                // data was handed on already, and a pong says nothing
            }
        }
        inFrame = false;
        head.clear();
    }
}
