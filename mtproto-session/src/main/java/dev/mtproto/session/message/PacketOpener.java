package dev.mtproto.session.message;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.MessageCipher;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * Opens the packets under one auth key, whatever their session: a server learns the session from the packet. A packet whose
 * length, key, msg_key, declared length or padding is wrong is refused; which of them it was cannot be told from the reaction.
 *
 * <p>After {@link #open} the accessors show the header of that packet. Not safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/mtproto/security_guidelines">Security guidelines for client developers</a>
 */
public final class PacketOpener implements Destroyable {

    /** The transport error of a server for a packet that it cannot read. */
    public static final int UNREADABLE = -404;

    static final int HEADER = 32;

    private static final byte[] NOTHING = new byte[HEADER];
    private static final int BLOCK = 16;
    private static final int LEAST_PACKET = MessageCipher.HEADER + 48;

    private final MessageCipher cipher;
    private final AuthKey key;
    private final Role role;
    private final SessionClock clock;
    private final boolean transportPadding;
    private byte[] array = NOTHING;
    private int start;
    private int quickAckToken;

    PacketOpener(MessageCipher cipher, AuthKey key, Role role, SessionClock clock, boolean transportPadding) {
        this.cipher = cipher;
        this.key = key;
        this.role = role;
        this.clock = clock;
        this.transportPadding = transportPadding;
    }

    /**
     * Makes an opener.
     *
     * @param crypto the cryptography to use
     * @param key the key; a temporary or destroyed one stops working at once when its time is over
     * @param role the side on which the packets arrive
     * @param clock the server's time, for the end of a temporary key
     * @param transportPadding whether the transport leaves up to 15 bytes of padding behind a packet
     */
    public static PacketOpener of(Crypto crypto, AuthKey key, Role role, SessionClock clock, boolean transportPadding) {
        return new PacketOpener(crypto.newMessageCipher(key, role), key, role, clock, transportPadding);
    }

    /**
     * Reads the auth_key_id of a packet, by which a server finds the key.
     *
     * @param packet the array that holds the packet
     * @param offset the index of its first byte
     * @param length its length in bytes
     * @return the id; empty if the packet is shorter than 8 bytes
     */
    public static OptionalLong keyIdOf(byte[] packet, int offset, int length) {
        return length < Long.BYTES ? OptionalLong.empty() : OptionalLong.of(WireBytes.getLong(packet, offset));
    }

    /**
     * Decrypts a packet in place.
     *
     * @param packet the array that holds the packet; decrypted or wiped by this call
     * @param offset the index of its first byte
     * @param length its length in bytes
     * @param handler told of a refusal
     * @return whether the packet is readable
     */
    @Enforces({Check.M4, Check.M18, Check.M19})
    public boolean open(byte[] packet, int offset, int length, MessageHandler handler) {
        Objects.checkFromIndexSize(offset, length, packet.length);
        Check wrong = envelopeFault(packet, offset, length);
        if (wrong == null) {
            int encrypted = encryptedLength(length);
            boolean genuine = cipher.open(packet, offset, encrypted);
            wrong = genuine ? lengthFault(packet, offset + MessageCipher.HEADER, encrypted) : Check.M4;
            if (wrong != null) {
                Arrays.fill(packet, offset, offset + length, (byte) 0);
            }
        }
        if (wrong != null) {
            handler.refused(new Refusal(wrong, Reactions.unreadable(role), 0, 0));
            return false;
        }
        array = packet;
        start = offset + MessageCipher.HEADER;
        quickAckToken = cipher.quickAckToken();
        return true;
    }

    /** Returns the id of the key. */
    public AuthKeyId keyId() {
        return key.id();
    }

    /** Returns the salt that the packet opened last carries. */
    public long salt() {
        return WireBytes.getLong(array, start);
    }

    /** Returns the id of the session to which the packet opened last belongs. */
    public long sessionId() {
        return WireBytes.getLong(array, start + 8);
    }

    /** Returns the msg_id of the packet opened last. */
    public long msgId() {
        return WireBytes.getLong(array, start + 16);
    }

    /** Returns the quick-ack token of the packet opened last, as {@link MessageCipher#quickAckToken()} forms it. */
    public int quickAckToken() {
        return quickAckToken;
    }

    @Override
    public void destroy() {
        cipher.destroy();
    }

    @Override
    public boolean isDestroyed() {
        return cipher.isDestroyed();
    }

    int seqNo() {
        return WireBytes.getInt(array, start + 24);
    }

    byte[] array() {
        return array;
    }

    int bodyOffset() {
        return start + HEADER;
    }

    int bodyLength() {
        return WireBytes.getInt(array, start + 28);
    }

    /** What is wrong before decryption: the length, or the key. */
    @Enforces({Check.M1, Check.M2, Check.M3, Check.M17})
    private @Nullable Check envelopeFault(byte[] packet, int offset, int length) {
        boolean client = role == Role.CLIENT;
        if (client && length >= Long.BYTES && WireBytes.getLong(packet, offset) == 0) {
            return Check.M17;
        }
        if (length < LEAST_PACKET || encryptedLength(length) % BLOCK != 0) {
            return Check.M1;
        }
        if (WireBytes.getLong(packet, offset) != key.id().value()) {
            return client ? Check.M2 : Check.M3;
        }
        return !client && isOver() ? Check.M3 : null;
    }

    /** What is wrong with a genuine text: its declared length, or what that leaves for padding. */
    @Enforces({Check.M5, Check.M6})
    private static @Nullable Check lengthFault(byte[] packet, int start, int encrypted) {
        int length = WireBytes.getInt(packet, start + 28);
        if (length < 0 || length % 4 != 0) {
            return Check.M5;
        }
        int padding = encrypted - HEADER - length;
        return padding < PaddingPolicy.LEAST || padding > PaddingPolicy.MOST ? Check.M6 : null;
    }

    private int encryptedLength(int length) {
        int encrypted = length - MessageCipher.HEADER;
        return transportPadding ? encrypted & -BLOCK : encrypted;
    }

    private boolean isOver() {
        OptionalLong end = key.expiresAt();
        return key.isDestroyed() || (end.isPresent() && clock.millis() >= end.getAsLong() * 1000);
    }
}
