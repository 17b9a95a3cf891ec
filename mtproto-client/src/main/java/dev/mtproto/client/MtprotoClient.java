package dev.mtproto.client;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.DialOptions;
import dev.mtproto.transport.socket.FramedSocket;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A client that is connected to an MTProto server: one connection, one session, any number of calls at a time.
 *
 * <p>Safe for use by several threads. When the connection ends, every call that has no answer fails; the client is of no
 * more use then.
 */
public final class MtprotoClient implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    private final ClientSettings settings;
    private final AuthKey key;
    private final Transport transport;
    private final FramedSocket socket;
    private final Connection connection;

    private MtprotoClient(
            ClientSettings settings, Transport transport, AuthKey key, FramedSocket socket, EncryptedSession session) {
        this.transport = transport;
        this.settings = settings;
        this.key = key;
        this.socket = socket;
        this.connection = new Connection(settings, socket, session, key.id());
    }

    /** Returns a builder with the defaults; the server has to be named. */
    public static MtprotoClientBuilder builder() {
        return new MtprotoClientBuilder();
    }

    static MtprotoClient connect(ClientSettings settings, Transport transport, @Nullable AuthKey known, Salt salt) {
        FramedSocket socket = reach(settings, transport);
        try {
            SessionClock clock = SessionClock.client(settings.clock());
            AuthKey key = known;
            Salt first = salt;
            if (key == null) {
                ExchangeResult result = KeyExchange.run(settings, socket);
                clock.synchroniseTo(result.timeOffsetSeconds());
                key = result.key();
                first = result.firstSalt();
            }
            EncryptedSession session = EncryptedSession.builder(settings.crypto(), key, Role.CLIENT)
                    .salt(first)
                    .clock(clock)
                    .padding(settings.padding())
                    .build();
            MtprotoClient client = new MtprotoClient(settings, transport, key, socket, session);
            client.connection.start();
            return client;
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static FramedSocket reach(ClientSettings settings, Transport transport) {
        DialOptions options = new DialOptions(
                settings.dc(), settings.crypto(), settings.clock(), settings.connectTimeout(), Framing.DEFAULT_LIMIT);
        TransportException failure = new TransportException("there is no address to connect to", null);
        for (InetSocketAddress address : settings.addresses()) {
            try {
                return FramedSocket.connect(address, transport, options);
            } catch (TransportException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /**
     * Sends a function to the server. May block while the server takes nothing.
     *
     * @param function what to invoke
     * @return the result; fails with a {@link dev.mtproto.api.RpcException} if the server refuses, with another
     *     {@link MtprotoException} if the connection ends before the answer, with an {@link IllegalArgumentException} if
     *     the function is too long to be sent. Cancelling it does not stop the server
     * @param <R> the type of the result
     */
    public <R> CompletableFuture<R> invoke(TlFunction<R> function) {
        return connection.invoke(function, null);
    }

    /**
     * Sends a function and asks the server to say at once that it was received.
     *
     * @param function what to invoke
     * @param received run on the client's executor when the server has decrypted and accepted the function, before it has an
     *     answer; never where the framing has no quick acknowledgements, or if the server gives none
     * @return as {@link #invoke(TlFunction)}
     * @param <R> the type of the result
     */
    public <R> CompletableFuture<R> invoke(TlFunction<R> function, Runnable received) {
        return connection.invoke(function, received);
    }

    /** Returns how the server is reached: of several transports, the one that was kept. */
    public Transport transport() {
        return transport;
    }

    /** Returns how many bytes were sent, with all that stands around packets; without the records of true TLS. */
    public long bytesSent() {
        return socket.bytesSent();
    }

    /** Returns how many bytes were received, counted in the same way. */
    public long bytesReceived() {
        return socket.bytesReceived();
    }

    /** Returns the auth key, for a later connection; the caller may destroy it when the client is closed. */
    public AuthKey authKey() {
        return key;
    }

    /** Returns the id of the session, which changes when the server makes the client begin anew. */
    public SessionId sessionId() {
        return connection.locked(EncryptedSession::sessionId);
    }

    /** Returns the salt that messages carry now. */
    public Salt salt() {
        return connection.locked(EncryptedSession::salt);
    }

    /** Returns the server's time minus the local one, as far as it is known. */
    public Duration timeOffset() {
        return connection.locked(session -> session.clock().offset());
    }

    /** Returns what does the cryptography. */
    public CryptoInfo crypto() {
        return settings.crypto().info();
    }

    /** Returns the address of the peer: the server, or the proxy in front of it. */
    public InetSocketAddress remoteAddress() {
        return socket.remoteAddress();
    }

    /** Returns whether the connection is there. */
    public boolean isOpen() {
        return connection.isOpen();
    }

    /** Sends what acknowledgements are due and closes the connection; calls without an answer fail. */
    @Override
    public void close() {
        connection.finish(LONGEST_FAREWELL);
        connection.end(new TransportException("the client was closed", null));
    }
}
