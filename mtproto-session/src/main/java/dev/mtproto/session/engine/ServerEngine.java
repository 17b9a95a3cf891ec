package dev.mtproto.session.engine;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.DestroyAuthKeyRes;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.HttpWait;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one session, without connection, threads or clock of its own; driven as {@link SessionEngine} is. Runs
 * each query once, however often it arrives, and keeps answers until they are acknowledged. Not safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages">Service messages</a>
 */
public final class ServerEngine {

    private final ServerCore core;
    private final AfterWaits waits;
    private final ServerDispatcher dispatcher;
    private final ServerReceiver receiver;
    private final ServerPackets packets;
    private final ServerSalts salts;

    /**
     * Makes the engine of a session.
     *
     * @param session the session, of the server's side, with these salts as its salt check
     * @param salts the salts of the key
     * @param source the server's clock
     * @param random draws the number of the session
     */
    public ServerEngine(EncryptedSession session, ServerSalts salts, InstantSource source, RandomSource random) {
        this.salts = salts;
        core = new ServerCore(session, source);
        waits = new AfterWaits(core);
        dispatcher = new ServerDispatcher(core, salts, waits);
        byte[] drawn = random.nextBytes(Long.BYTES);
        long uniqueId = new TlReader(drawn, 0, drawn.length).readLong();
        receiver = new ServerReceiver(core, dispatcher, this, salts, uniqueId);
        packets = new ServerPackets(core);
    }

    /**
     * Takes a packet that is open already.
     *
     * @param opened the opener that opened it
     * @return whether it held a message that was taken, so that a quick acknowledgement may follow
     */
    public boolean received(PacketOpener opened) {
        receiver.start();
        dispatcher.start();
        core.session.unpack(opened, receiver);
        boolean taken = receiver.end();
        poll();
        return taken;
    }

    /** Notes that a connection serves the session: what was not acknowledged goes out again. */
    public void connectionOpened() {
        dispatcher.connectionChanged();
        core.sendAgain(core.unacknowledged.all());
    }

    /** Notes that packets go out on another connection from now on, while the one before lives on. */
    public void connectionChanged() {
        dispatcher.connectionChanged();
    }

    /** Notes that no connection serves the session. */
    public void connectionLost() {
        dispatcher.connectionChanged();
        core.forgetService();
    }

    /**
     * Takes the result of a query; without effect if it is not awaited any more.
     *
     * @param msgId the msg_id of the query
     * @param result the boxed result, or an {@code rpc_error}
     * @return how many bytes the result has as it goes out, which are fewer if it is packed; 0 if it was not awaited
     */
    public int answer(long msgId, byte[] result) {
        int length = core.answer(msgId, result);
        waits.answered(msgId);
        return length;
    }

    /**
     * Sends a message that no query asked for.
     *
     * @param body the object with its id
     */
    public void push(byte[] body) {
        core.send(body, true, 0);
    }

    /**
     * Takes the answer to a {@code destroy_session}.
     *
     * @param session the session
     * @param existed whether it was known
     */
    public void sessionDestroyed(SessionId session, boolean existed) {
        core.send(existed ? new DestroySessionOk(session.value()) : new DestroySessionNone(session.value()));
    }

    /** Takes the answer to a {@code destroy_auth_key}. */
    public void keyDestroyed(DestroyAuthKeyRes answer) {
        core.send(answer);
    }

    /** Does what is due by now. */
    public void poll() {
        long now = core.ticker.now();
        waits.poll(now);
        if (now >= dispatcher.closeAt()) {
            dispatcher.connectionChanged();
            core.events.add(new ServerEvent.CloseConnection(0));
        }
    }

    /**
     * Makes the next packet that is due. To be called until it returns false, while a connection serves the session.
     *
     * @param out receives the packet
     * @return whether there is one
     */
    public boolean nextPacket(PacketBuffer out) {
        core.session.salt(new Salt(salts.current()));
        return packets.make(out);
    }

    /**
     * Makes a packet with an empty container: the response to an HTTP request when nothing is due.
     *
     * @param out receives the packet
     */
    public void emptyPacket(PacketBuffer out) {
        core.session.openContainer(out).seal();
    }

    /**
     * Returns how long the response to the packet that was received last may be held back, if it came over HTTP: as its last
     * {@code http_wait} says, or what holds without one. A response with messages may go out earlier.
     */
    public HttpWait httpWait() {
        return dispatcher.httpWait();
    }

    /** Returns how many bytes of messages wait to be sent for the first time. */
    public long waitingBytes() {
        return core.waitingBytes();
    }

    /** Takes out the next event; null if there is none. */
    public @Nullable ServerEvent nextEvent() {
        return core.events.poll();
    }

    /** Returns when {@link #poll} and {@link #nextPacket} have to be called next, in unix milliseconds. */
    public OptionalLong nextDeadline() {
        long now = core.ticker.now();
        long next = packets.isDue(now) ? now : dispatcher.closeAt();
        next = Math.min(next, core.acks.due(now).orElse(Long.MAX_VALUE));
        next = Math.min(next, waits.next().orElse(Long.MAX_VALUE));
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(core.ticker.toWall(next));
    }
}
