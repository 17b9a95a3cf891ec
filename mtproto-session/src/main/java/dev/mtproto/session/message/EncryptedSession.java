package dev.mtproto.session.message;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.MessageCipher;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.TlObject;
import java.util.Objects;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * One session under one auth key, on either side: packs messages into packets and unpacks packets to messages, numbers what
 * goes out and checks what comes in. It holds no connection: a session may outlive several.
 *
 * <p>No packet makes {@link #unpack} throw: it ends in messages, or in refusals that say what has to follow. After those the
 * session goes on as if it had not come. Not safe for use by several threads; a handler may pack, but not unpack.
 *
 * @see <a href="https://core.telegram.org/mtproto/description">Detailed description</a>
 */
public final class EncryptedSession implements Destroyable {

    private final Role role;
    private final SessionClock clock;
    private final RandomSource random;
    private final MessageCipher cipher;
    private final PacketOpener opener;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Numbers numbers;
    private final ReplayFilter seen;
    private final ReplacedSessions replaced = new ReplacedSessions();
    private SessionId sessionId;
    private Salt salt;
    private int quickAckToken;
    private int packedSeqNo;
    private @Nullable ContainerWriter container;
    private long receivedSalt;
    private int receivedQuickAckToken;

    EncryptedSession(EncryptedSessionBuilder builder) {
        role = builder.role;
        clock = builder.clock;
        random = builder.random;
        salt = builder.salt;
        sessionId = builder.chosenSessionId();
        cipher = builder.crypto.newMessageCipher(builder.key, role);
        opener = new PacketOpener(cipher, builder.key, role, clock, builder.transportPadding);
        seen = new ReplayFilter(builder.limits.remembered(), role == Role.SERVER);
        Admission admission = new Admission(role, clock, seen, replaced, builder.chosenSaltCheck());
        inbox = new Inbox(role, seen, admission, builder.limits);
        RandomInts ints = new RandomInts(random);
        numbers = new Numbers(role, clock, ints);
        outbox = new Outbox(cipher, random, ints, builder.padding, builder.limits.packet());
    }

    /** Starts to describe a session under a key, which is copied, on one side. */
    public static EncryptedSessionBuilder builder(Crypto crypto, AuthKey key, Role role) {
        return new EncryptedSessionBuilder(crypto, key, role);
    }

    /**
     * Packs an object. Whether it is content-related, and whether it answers the other side, follows from its type.
     *
     * @param body the object
     * @param out receives the whole packet
     * @return the msg_id
     * @throws IllegalArgumentException if the packet would be longer than the limits allow
     */
    public long pack(TlObject body, PacketBuffer out) {
        outbox.start(body, out);
        return seal(body.constructorId(), MessageTypes.isContentRelated(body.constructorId()), out);
    }

    /**
     * Packs an object that holds its own msg_id, which {@link #newMsgId()} gave, as {@link #pack(TlObject, PacketBuffer)} does.
     */
    public void pack(TlObject body, long msgId, PacketBuffer out) {
        outbox.start(body, out);
        seal(msgId, numbers.seqNo(MessageTypes.isContentRelated(body.constructorId())), out);
    }

    /**
     * Packs an object that is written already.
     *
     * @param body holds the object with its id
     * @param offset the index of its first byte
     * @param length its length in bytes, a multiple of 4
     * @param contentRelated whether it has to be acknowledged
     * @param out receives the whole packet
     * @return the msg_id
     * @throws IllegalArgumentException if the length is another, or the packet longer than the limits allow
     */
    public long pack(byte[] body, int offset, int length, boolean contentRelated, PacketBuffer out) {
        outbox.start(body, offset, length, out);
        return seal(WireBytes.getInt(body, offset), contentRelated, out);
    }

    /** Packs an object that is written already under a given number, which the session does not count. */
    void pack(byte[] body, int offset, int length, long msgId, int seqNo, PacketBuffer out) {
        outbox.start(body, offset, length, out);
        seal(msgId, seqNo, out);
    }

    /**
     * Starts a packet of several messages.
     *
     * @param out receives the packet; not to be used until the container is sealed
     * @return takes the messages; the same object each time
     */
    public ContainerWriter openContainer(PacketBuffer out) {
        ContainerWriter writer = container;
        if (writer == null) {
            writer = new ContainerWriter(this, numbers, outbox);
            container = writer;
        }
        return writer.open(out);
    }

    /**
     * Decrypts a packet in place, checks it, and hands out what it holds.
     *
     * @param packet the array that holds the packet; decrypted by this call
     * @param offset the index of its first byte
     * @param length its length in bytes
     * @param handler takes messages and refusals, before this method returns
     */
    public void unpack(byte[] packet, int offset, int length, MessageHandler handler) {
        if (opener.open(packet, offset, length, handler)) {
            unpack(opener, handler);
        }
    }

    /**
     * Checks a packet that is open already, and hands out what it holds. A server opens packets first, to learn their session.
     *
     * @param opened the opener that opened the packet, under the key of this session
     * @param handler takes messages and refusals, before this method returns
     */
    public void unpack(PacketOpener opened, MessageHandler handler) {
        receivedSalt = opened.salt();
        receivedQuickAckToken = opened.quickAckToken();
        inbox.receive(opened, sessionId.value(), handler);
    }

    /** Returns the quick-ack token of the packet packed last: its 4 bytes as a little-endian number. */
    public int quickAckToken() {
        return quickAckToken;
    }

    /** Returns the seq_no of the message, or of the container, packed last. */
    public int packedSeqNo() {
        return packedSeqNo;
    }

    /** Returns the quick-ack token of the packet unpacked last, for a server to send back. */
    public int receivedQuickAckToken() {
        return receivedQuickAckToken;
    }

    /** Returns the salt that the packet unpacked last carries. */
    public Salt receivedSalt() {
        return new Salt(receivedSalt);
    }

    /** Returns what opens the packets of this session's key: a client with several sessions learns from it which one is meant. */
    public PacketOpener opener() {
        return opener;
    }

    /** Returns the id of the session. */
    public SessionId sessionId() {
        return sessionId;
    }

    /** Returns the salt that messages carry. */
    public Salt salt() {
        return salt;
    }

    /** Sets the salt that messages carry from now on. */
    public void salt(Salt next) {
        salt = Objects.requireNonNull(next, "next");
    }

    /** Returns the clock. */
    public SessionClock clock() {
        return clock;
    }

    /** Draws the msg_id of a message that holds its own id. */
    public long newMsgId() {
        return numbers.msgId(false);
    }

    /**
     * Tells whether the ids of this side are so far ahead of the clock, after it was set back, that the other side refuses
     * them. Ids of a session never go back: {@link #renew} starts another one.
     */
    public boolean needsNewSession() {
        return numbers.areAhead();
    }

    /**
     * Goes on as a new session under the same key and salt: fresh id, fresh numbers, nothing remembered. Packets of the old one
     * that are still under way are discarded for 10 s.
     *
     * @return the new id
     * @throws IllegalStateException on a server: sessions are the client's to begin
     */
    public SessionId renew() {
        if (role == Role.SERVER) {
            throw new IllegalStateException("only a client begins sessions");
        }
        replaced.add(sessionId.value(), clock.localMillis());
        sessionId = EncryptedSessionBuilder.drawSessionId(random);
        numbers.reset();
        seen.clear();
        return sessionId;
    }

    @Override
    public void destroy() {
        cipher.destroy();
    }

    @Override
    public boolean isDestroyed() {
        return cipher.isDestroyed();
    }

    /** Returns the id and the side, no secret. */
    @Override
    public String toString() {
        return "EncryptedSession[" + sessionId + ", " + role + "]";
    }

    long sealContainer(boolean answer, PacketBuffer out) {
        long msgId = numbers.msgId(answer);
        seal(msgId, numbers.seqNo(false), out);
        return msgId;
    }

    private long seal(int type, boolean contentRelated, PacketBuffer out) {
        long msgId = numbers.msgId(MessageTypes.isAnswer(type));
        seal(msgId, numbers.seqNo(contentRelated), out);
        return msgId;
    }

    private void seal(long msgId, int seqNo, PacketBuffer out) {
        outbox.seal(salt.value(), sessionId.value(), msgId, seqNo, out);
        quickAckToken = cipher.quickAckToken();
        packedSeqNo = seqNo;
    }
}
