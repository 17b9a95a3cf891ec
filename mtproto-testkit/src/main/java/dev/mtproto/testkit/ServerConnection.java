package dev.mtproto.testkit;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.exchange.ServerReply;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a data centre: its thread reads packets, has them answered, and writes the answers. */
final class ServerConnection implements Runnable, FrameHandler {

    private static final int NOT_FOUND = -404;
    private static final int TOO_MANY = -429;

    private final long number;
    private final Socket raw;
    private final ServerContext context;
    private final Consumer<ServerConnection> atEnd;
    private final PacketBuffer out = new PacketBuffer();
    private @Nullable FramedSocket socket;
    private @Nullable PacketOpener opener;
    private @Nullable ServerKey key;
    private @Nullable String end;
    private volatile boolean closing;
    private long deadline;

    ServerConnection(long number, Socket raw, ServerContext context, Consumer<ServerConnection> atEnd) {
        this.number = number;
        this.raw = raw;
        this.context = context;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        DataCenterLimits limits = context.settings().limits();
        deadline = System.nanoTime() + limits.start().toNanos();
        InetAddress address = raw.getInetAddress();
        int connections = context.addresses().add(address);
        try {
            FramedSocket framed = FramedSocket.accept(raw, context.transports());
            socket = framed;
            context.tell(
                    new DataCenterEvent.Connected(number, framed.remoteAddress(), framed.framing(), framed.carrier()));
            admit(connections, limits);
            context.tell(new DataCenterEvent.Closed(number, serve(framed)));
        } catch (TransportException e) {
            e.check().ifPresent(check -> context.tell(new DataCenterEvent.Refused(number, check, "closed")));
            context.tell(new DataCenterEvent.Rejected(number, String.valueOf(e.getMessage())));
        } finally {
            close();
            context.addresses().remove(address);
            if (opener != null) {
                opener.destroy();
            }
            atEnd.accept(this);
        }
    }

    @Enforces(Check.T16)
    private void admit(int connections, DataCenterLimits limits) {
        if (connections > limits.connectionsPerAddress()) {
            refuse(Check.T16, TOO_MANY);
        }
    }

    @Enforces(Check.T16)
    private void silent() {
        if (opener == null) {
            refuse(Check.T16, TOO_MANY);
        } else {
            end = "the client was silent for too long";
        }
    }

    private String serve(FramedSocket framed) {
        try {
            while (end == null) {
                long left = deadline - System.nanoTime();
                switch (left <= 0 ? FramedSocket.Received.NOTHING : framed.receive(this, Duration.ofNanos(left))) {
                    case BYTES -> {}
                    case NOTHING -> silent();
                    case END -> end = "the client closed it";
                }
            }
            return end;
        } catch (TransportException e) {
            e.check().ifPresent(check -> context.tell(new DataCenterEvent.Refused(number, check, "closed")));
            return closing ? "the data centre closed it" : String.valueOf(e.getMessage());
        } catch (IllegalStateException e) {
            if (closing) {
                return "the data centre closed it"; // and destroyed the key under the packet that was being opened
            }
            throw e;
        }
    }

    /** Ends the connection, from any thread. */
    void close() {
        closing = true;
        try {
            raw.close();
        } catch (IOException e) {
            // it is of no more use either way
        }
    }

    long number() {
        return number;
    }

    ServerContext context() {
        return context;
    }

    @Override
    public void error(int code) {
        throw new IllegalStateException("a server receives packets, not transport errors");
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        if (end != null) {
            return;
        }
        OptionalLong keyId = PacketOpener.keyIdOf(array, offset, length);
        if (keyId.isEmpty()) {
            refuse(Check.M1, NOT_FOUND);
        } else if (keyId.getAsLong() == 0) {
            exchange(array, offset, length);
        } else {
            encrypted(keyId.getAsLong(), array, offset, length, wantsQuickAck);
        }
    }

    private void exchange(byte[] array, int offset, int length) {
        ServerReply reply = context.exchange().receive(array, offset, length, out);
        if (reply instanceof ServerReply.Refused refused) {
            refuse(refused.check(), refused.transportError());
            return;
        }
        if (reply instanceof ServerReply.KeyCreated created) {
            context.tell(new DataCenterEvent.KeyCreated(
                    number, created.key().id(), created.key().expiresAt().isPresent()));
        }
        framed().send(out, false);
    }

    /** A connection serves one key at a time: on it only another key that is known may follow. */
    @Enforces(Check.T17)
    private void encrypted(long keyId, byte[] array, int offset, int length, boolean wantsQuickAck) {
        if (opener == null || opener.keyId().value() != keyId) {
            ServerKey found = context.keys().find(keyId);
            if (found == null) {
                refuse(Check.M3, NOT_FOUND);
                return;
            }
            use(found);
        }
        PacketOpener packet = opener;
        ServerKey owner = key;
        if (owner != null && owner.isOver(context.settings().clock().instant().getEpochSecond())) {
            refuse(Check.M3, NOT_FOUND);
            return;
        }
        PacketHandler handler = new PacketHandler(this);
        if (packet == null || owner == null || !packet.open(array, offset, length, handler)) {
            handler.finish(null);
            return;
        }
        keepOpenFor(context.settings().limits().idle());
        ServerSession session = owner.session(packet.sessionId(), context.settings());
        int token = session.unpack(packet, handler);
        if (wantsQuickAck && handler.tookAny()) {
            framed().sendQuickAck(token);
        }
        handler.finish(new Answers(owner, session, this));
    }

    /** Goes over to another key, as clients do that replace their temporary one. */
    private void use(ServerKey found) {
        if (opener != null) {
            opener.destroy();
        }
        key = found;
        opener = PacketOpener.of(
                context.settings().crypto(),
                found.key(),
                Role.SERVER,
                SessionClock.server(context.settings().clock()),
                false);
    }

    void send(PacketBuffer packet) {
        framed().send(packet, false);
    }

    /** Starts the time anew after which the connection is closed unless something comes. */
    void keepOpenFor(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Sends a transport error and ends the connection. */
    void refuse(Check check, int transportError) {
        context.tell(new DataCenterEvent.Refused(number, check, "transport error " + transportError));
        framed().sendError(transportError);
        end = "the packet was refused with transport error " + transportError;
    }

    /** Ends the connection behind the packet that is being handled. */
    void end(String reason) {
        end = reason;
    }

    private FramedSocket framed() {
        if (socket == null) {
            throw new IllegalStateException("the framing is not known yet");
        }
        return socket;
    }
}
