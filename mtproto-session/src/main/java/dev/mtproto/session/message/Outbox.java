package dev.mtproto.session.message;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.MessageCipher;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Writes a message into the buffer that goes on the wire, and seals it there. */
final class Outbox {

    /** Bytes in front of a body: auth_key_id and msg_key, then the header inside the encryption. */
    static final int HEAD = MessageCipher.HEADER + PacketOpener.HEADER;

    private static final int BLOCK = 16;
    private static final byte[] NOTHING = {};

    private final MessageCipher cipher;
    private final RandomSource random;
    private final IntSupplier randomInt;
    private final PaddingPolicy padding;
    private final int mostBytes;
    private @Nullable TlWriter objects;

    Outbox(MessageCipher cipher, RandomSource random, IntSupplier randomInt, PaddingPolicy padding, int mostBytes) {
        this.cipher = cipher;
        this.random = random;
        this.randomInt = randomInt;
        this.padding = padding;
        this.mostBytes = mostBytes;
    }

    /** Starts a packet with an object as its body. */
    void start(TlObject body, PacketBuffer out) {
        out.reset(HEAD);
        append(body, out);
        checkLength(out.length() - HEAD);
    }

    /** Starts a packet with bytes as its body. */
    void start(byte[] body, int offset, int length, PacketBuffer out) {
        Objects.checkFromIndexSize(offset, length, body.length);
        checkLength(length);
        out.reset(HEAD);
        append(body, offset, length, out);
    }

    /** Puts an object behind what the buffer holds. */
    void append(TlObject body, PacketBuffer out) {
        TlWriter writer = objects == null ? new TlWriter(0) : objects;
        objects = writer;
        byte[] array = out.array();
        int used = out.length();
        writer.reset(array, out.offset() + used);
        body.writeTo(writer);
        int length = writer.position();
        out.resize(used + length);
        if (writer.array() != array) {
            System.arraycopy(writer.array(), out.offset() + used, out.array(), out.offset() + used, length);
        }
        writer.reset(NOTHING, 0);
    }

    /** Puts bytes behind what the buffer holds. */
    void append(byte[] body, int offset, int length, PacketBuffer out) {
        int used = out.length();
        out.resize(used + length);
        System.arraycopy(body, offset, out.array(), out.offset() + used, length);
    }

    /** Refuses a body that no packet can hold, before it gets a number. */
    private void checkLength(int bodyLength) {
        if (bodyLength < 4 || bodyLength % 4 != 0) {
            throw new IllegalArgumentException("a body has a multiple of 4 bytes, 4 at least, not " + bodyLength);
        }
        if (!fits(bodyLength)) {
            throw new IllegalArgumentException(
                    "a body of " + bodyLength + " bytes does not fit into a packet of " + mostBytes);
        }
    }

    /** The encrypted part has a multiple of 16 bytes, so that the last few of the limit may be of no use. */
    boolean fits(int bodyLength) {
        int encrypted = (mostBytes - MessageCipher.HEADER) & -BLOCK;
        return bodyLength <= encrypted - PacketOpener.HEADER - PaddingPolicy.LEAST;
    }

    /** Completes and seals the packet whose body stands in the buffer. */
    void seal(long salt, long sessionId, long msgId, int seqNo, PacketBuffer out) {
        int bodyLength = out.length() - HEAD;
        int unpadded = PacketOpener.HEADER + bodyLength;
        int more = paddingFor(unpadded);
        out.resize(MessageCipher.HEADER + unpadded + more);
        byte[] array = out.array();
        int start = out.offset() + MessageCipher.HEADER;
        WireBytes.putLong(array, start, salt);
        WireBytes.putLong(array, start + 8, sessionId);
        WireBytes.putLong(array, start + 16, msgId);
        WireBytes.putInt(array, start + 24, seqNo);
        WireBytes.putInt(array, start + 28, bodyLength);
        random.nextBytes(array, start + unpadded, more);
        cipher.seal(array, out.offset(), unpadded + more);
    }

    /** A message near the limit gets the least padding, whatever the policy wishes. */
    private int paddingFor(int unpadded) {
        int wanted = padding.paddingFor(unpadded, randomInt);
        if (!PaddingSizes.isAllowed(unpadded, wanted)) {
            throw new IllegalStateException("the padding policy chose " + wanted + " bytes behind " + unpadded);
        }
        return MessageCipher.HEADER + unpadded + wanted > mostBytes ? PaddingSizes.least(unpadded) : wanted;
    }
}
