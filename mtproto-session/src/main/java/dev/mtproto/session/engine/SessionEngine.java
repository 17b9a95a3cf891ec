package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.HttpWait;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client's session under one auth key, without connection, threads or clock of its own. Its driver tells it what happens
 * (a request, a packet, a connection that opened or was lost, that time has passed) and after each call takes out what follows:
 * {@linkplain #nextPacket packets} to send, {@linkplain #nextEvent events}, and the {@linkplain #nextDeadline moment} of the
 * next call to {@link #poll}. Not safe for use by several threads.
 *
 * <p>Each request ends in exactly one {@link Outcome}. One that may have been lost goes out again under its msg_id, in a
 * container, so that the server runs it once should both arrive; a new msg_id is used only where the server refused the old one.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages">Service messages about messages</a>
 */
public final class SessionEngine implements AutoCloseable {

    private final Core core;
    private final KeepAlive alive;
    private final QuickAcks quickAcks;
    private final PacketMaker packets;
    private final Receiver receiver;
    private boolean closed;

    SessionEngine(EngineBuilder builder) {
        core = new Core(builder, builder::newSession);
        alive = new KeepAlive(core);
        quickAcks = new QuickAcks(core.events);
        packets = new PacketMaker(core, quickAcks);
        receiver = new Receiver(core, new Dispatcher(core, builder.sessionLimits.gzipOutput()), alive);
    }

    /**
     * Starts to describe an engine.
     *
     * @param crypto the cryptography to use
     * @param key the auth key; the caller destroys it
     */
    public static EngineBuilder builder(Crypto crypto, AuthKey key) {
        return new EngineBuilder(crypto, key);
    }

    /**
     * Takes a request. If there are too many, or it is too long, its outcome follows at once.
     *
     * @return the number under which its outcome is told
     * @throws IllegalStateException if the engine was closed
     */
    public long submit(Request request) {
        checkOpen();
        return core.requests.submit(request);
    }

    /**
     * Ends a request; the server is told that its answer is not wanted any more. Without effect if it has its outcome.
     *
     * @param requestId its number
     */
    public void cancel(long requestId) {
        PendingRequest request = core.requests.find(requestId);
        if (request == null) {
            return;
        }
        Copy copy = request.copy;
        if (copy != null && copy.conversation == core.current) {
            core.drops.add(copy.msgId());
        }
        core.requests.finish(request, request.unanswered(Reason.CANCELLED));
    }

    /** Notes that a connection is open. The server is asked what became of the requests that were sent before. */
    public void connectionOpened() {
        core.connected = true;
        alive.opened(core.now());
        core.services.addAll(core.wishes);
        core.drops.connectionOpened();
        core.ask(core.current.log.awaited());
        poll();
    }

    /** Notes that the connection is closed. */
    public void connectionLost() {
        core.connected = false;
        core.services.clear();
        quickAcks.clear();
    }

    /**
     * Takes a packet.
     *
     * @param packet the array that holds it; decrypted by this call
     * @param offset the index of its first byte
     * @param length its length in bytes
     */
    public void received(byte[] packet, int offset, int length) {
        PacketOpener opener = core.current.session.opener();
        if (closed || !opener.open(packet, offset, length, receiver.in(core.current))) {
            return;
        }
        if (core.isOver(opener.sessionId())) {
            core.events.add(new EngineEvent.Discarded(Check.M7));
            return;
        }
        Conversation replaced = core.replaced;
        boolean old = replaced != null && replaced.session.sessionId().value() == opener.sessionId();
        Conversation in = replaced != null && old ? replaced : core.current;
        in.session.unpack(opener, receiver.in(in));
    }

    /** Takes the token of a quick ack that the transport got. */
    public void quickAcked(int token) {
        quickAcks.received(token);
    }

    /** Does what is due by now. */
    public void poll() {
        Clockwork.poll(core, alive);
    }

    /**
     * Makes the next packet that is due. To be called until it returns false.
     *
     * @param out receives the packet
     * @return whether there is one
     */
    public boolean nextPacket(PacketBuffer out) {
        quickAcks.startPacket();
        return packets.make(out);
    }

    /** Tells whether {@link #nextPacket} has a packet to make. */
    public boolean isPacketDue() {
        return packets.isDue(core.now());
    }

    /** Tells whether the transport has to ask for a quick ack of the packet made last. */
    public boolean wantsQuickAck() {
        return quickAcks.isWanted();
    }

    /** Returns the quick-ack token of the packet made last. */
    int quickAckToken() {
        return core.current.session.quickAckToken();
    }

    /** Takes out the next event; null if there is none. */
    public @Nullable EngineEvent nextEvent() {
        return core.events.poll();
    }

    /** Returns when {@link #poll} and {@link #nextPacket} have to be called next, in unix milliseconds of the local clock. */
    public OptionalLong nextDeadline() {
        long now = core.now();
        OptionalLong next = packets.isDue(now) ? OptionalLong.of(now) : Clockwork.nextDeadline(core, alive, now);
        return next.isEmpty() ? next : OptionalLong.of(core.ticker.toWall(next.getAsLong()));
    }

    /**
     * Sends a ping; its answer is an event.
     *
     * @return its number
     */
    public long ping() {
        checkOpen();
        return alive.ping(core.now());
    }

    /**
     * Asks the server to hold its next response, over HTTP alone.
     *
     * @param maxDelay milliseconds after the first message
     * @param waitAfter milliseconds after the last message
     * @param maxWait milliseconds without any
     */
    public void httpWait(int maxDelay, int waitAfter, int maxWait) {
        core.send(new Service(new HttpWait(maxDelay, waitAfter, maxWait), new Service.Other()));
    }

    /** Has the server forget another session of the key; the answer is an event. */
    public void destroySession(SessionId session) {
        wish(new Service(new DestroySession(session.value()), new Service.Destroy(session)));
    }

    /** Has the server forget the key; the answer is an event. */
    public void destroyAuthKey() {
        wish(new Service(new DestroyAuthKey(), new Service.DestroyKey()));
    }

    /** Returns how many requests have no outcome yet. */
    public int pendingRequests() {
        return core.requests.size();
    }

    /** Has what was received acknowledged with the next packet, whatever its time. */
    public void acknowledgeNow() {
        core.current.acks.hurry();
    }

    /** Returns the id of the key. */
    public AuthKeyId keyId() {
        return core.current.session.opener().keyId();
    }

    /** Returns the id of the session. */
    public SessionId sessionId() {
        return core.current.session.sessionId();
    }

    /** Returns the salt in use, to be kept with the key. */
    public Salt salt() {
        return core.current.session.salt();
    }

    /** Ends all requests that have no outcome, and erases the keys that encrypt. Events can still be taken out. */
    @Override
    public void close() {
        close(Reason.CLOSED);
    }

    /** Closes it for a reason of which the requests are told. */
    void close(Reason reason) {
        if (closed) {
            return;
        }
        closed = true;
        core.connected = false;
        core.services.clear();
        for (PendingRequest request : core.requests.all()) {
            core.requests.finish(request, request.unanswered(reason));
        }
        core.endReplaced();
        core.current.session.destroy();
    }

    /** Takes back the requests that another engine may send: those that never left, or all that may run twice, or all. */
    List<Long> withdraw(Predicate<PendingRequest> which) {
        return core.requests.withdraw(which);
    }

    private void wish(Service service) {
        checkOpen();
        core.wishes.add(service);
        core.send(service);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the engine was closed");
        }
    }
}
