package dev.mtproto.session.message;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.MsgContainer;
import java.util.Objects;

/**
 * Puts several messages into one packet. Got from {@link EncryptedSession#openContainer}, used until {@link #seal}; the next
 * container of the session uses the same object.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#containers">Containers</a>
 */
public final class ContainerWriter {

    /** The most messages in one container that is sent. */
    public static final int MOST_MESSAGES = 1020;

    /** Beyond this many bytes of messages, a container takes no more of them. */
    public static final int SOFT_BYTES = 1 << 15;

    private static final int START = Outbox.HEAD + EnvelopeReader.HEAD;

    private static final PacketBuffer NOTHING = new PacketBuffer(0);

    private final EncryptedSession session;
    private final Numbers numbers;
    private final Outbox outbox;
    private PacketBuffer out = NOTHING;
    private boolean open;
    private boolean answer;
    private int count;
    private int lastSeqNo;

    ContainerWriter(EncryptedSession session, Numbers numbers, Outbox outbox) {
        this.session = session;
        this.numbers = numbers;
        this.outbox = outbox;
    }

    ContainerWriter open(PacketBuffer buffer) {
        out = buffer;
        out.reset(START);
        open = true;
        answer = false;
        count = 0;
        return this;
    }

    /** Returns how many messages are in. */
    public int count() {
        return count;
    }

    /** Returns the length of the container with what is in, in bytes. */
    public int length() {
        return out.length() - Outbox.HEAD;
    }

    /** Returns the seq_no of the message that was added last. */
    public int lastSeqNo() {
        return lastSeqNo;
    }

    /**
     * Tells whether a message should still go into this container: always if it is the first and fits at all.
     *
     * @param bodyLength the length of its body, in bytes
     */
    public boolean hasRoomFor(int bodyLength) {
        int used = out.length() - START;
        return count < MOST_MESSAGES
                && used < SOFT_BYTES
                && outbox.fits(EnvelopeReader.HEAD + used + EnvelopeReader.MESSAGE_HEAD + bodyLength);
    }

    /**
     * Adds a message. Whether it is content-related follows from its type.
     *
     * @param body an object, no container
     * @return its msg_id
     * @throws IllegalArgumentException if it is a container, or does not fit
     */
    public long add(TlObject body) {
        int start = startMessage();
        outbox.append(body, out);
        return finish(start, MessageTypes.isContentRelated(body.constructorId()));
    }

    /**
     * Adds a message that is written already.
     *
     * @param body holds the object with its id
     * @param offset the index of its first byte
     * @param length its length in bytes, a multiple of 4
     * @param contentRelated whether it has to be acknowledged
     * @return its msg_id
     * @throws IllegalArgumentException if it is a container, or does not fit
     */
    public long add(byte[] body, int offset, int length, boolean contentRelated) {
        Objects.checkFromIndexSize(offset, length, body.length);
        int start = startMessage();
        outbox.append(body, offset, length, out);
        return finish(start, contentRelated);
    }

    /**
     * Adds a message again that was sent before, under its old number.
     *
     * @param msgId its msg_id, of this session
     * @param seqNo its seq_no
     * @param body holds the object with its id
     * @param offset the index of its first byte
     * @param length its length in bytes, a multiple of 4
     * @throws IllegalArgumentException if it is a container, or does not fit
     */
    public void addAgain(long msgId, int seqNo, byte[] body, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, body.length);
        int start = startMessage();
        outbox.append(body, offset, length, out);
        checkMessage(start);
        putHead(start, msgId, seqNo);
    }

    /**
     * Seals the packet; the buffer then holds all of it.
     *
     * @return the msg_id of the container
     */
    public long seal() {
        checkOpen();
        open = false;
        PacketBuffer packet = out;
        out = NOTHING;
        int at = packet.offset() + Outbox.HEAD;
        WireBytes.putInt(packet.array(), at, MsgContainer.ID);
        WireBytes.putInt(packet.array(), at + 4, count);
        return session.sealContainer(answer, packet);
    }

    private int startMessage() {
        checkOpen();
        int start = out.length();
        out.resize(start + EnvelopeReader.MESSAGE_HEAD);
        return start;
    }

    private long finish(int start, boolean contentRelated) {
        int type = checkMessage(start);
        boolean answers = MessageTypes.isAnswer(type);
        answer |= answers;
        long msgId = numbers.msgId(answers);
        putHead(start, msgId, numbers.seqNo(contentRelated));
        return msgId;
    }

    /** Takes a message out again that may not stay. */
    private int checkMessage(int start) {
        int length = bodyLength(start);
        boolean whole = length >= 4 && length % 4 == 0;
        int type = whole ? WireBytes.getInt(out.array(), out.offset() + start + EnvelopeReader.MESSAGE_HEAD) : 0;
        if (!whole
                || MessageTypes.isContainer(type)
                || count == MOST_MESSAGES
                || !outbox.fits(out.length() - Outbox.HEAD)) {
            out.resize(start);
            throw new IllegalArgumentException("no message for this container: " + length + " bytes after " + count
                    + " messages of " + (start - START) + " bytes");
        }
        return type;
    }

    private void putHead(int start, long msgId, int seqNo) {
        int at = out.offset() + start;
        WireBytes.putLong(out.array(), at, msgId);
        WireBytes.putInt(out.array(), at + 8, seqNo);
        lastSeqNo = seqNo;
        WireBytes.putInt(out.array(), at + 12, bodyLength(start));
        count++;
    }

    private int bodyLength(int start) {
        return out.length() - start - EnvelopeReader.MESSAGE_HEAD;
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("the container was sealed");
        }
    }
}
