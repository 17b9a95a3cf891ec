package dev.mtproto.testkit;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.DataCenter;
import dev.mtproto.api.Fingerprint;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.RsaPem;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.testkit.server.Server;
import dev.mtproto.testkit.server.Settings;
import dev.mtproto.tl.TlObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A data centre inside this JVM: listens at a TCP port and speaks MTProto to any client, over every transport on that one
 * port, with an RSA key of its own. It runs key exchanges, keeps keys, sessions and salts, answers the service messages, {@code help.getConfig} and
 * {@code help.getNearestDc}, and what the caller's {@link RpcHandler handlers} know. Everything is kept in memory, within
 * {@link DataCenterLimits limits}.
 *
 * <p>A session lives on when its connection is lost, and may use several: packets go out on the one that was heard last.
 * Over HTTP that is the last request that waits for its response, within what {@code http_wait} allows.
 * Answers and updates that the client has not acknowledged go out again on the next one.
 *
 * <p>Safe for use by several threads. Close it to stop listening and to end all connections.
 */
public final class EmbeddedDataCenter implements AutoCloseable {

    private final Settings settings;
    private final Server server;
    private final CountDownLatch closed = new CountDownLatch(1);

    EmbeddedDataCenter(Settings settings) throws IOException {
        this.settings = settings;
        this.server = new Server(settings);
    }

    /** Returns a builder with the defaults: a free loopback port, a new RSA key, data centre 2. */
    public static EmbeddedDataCenterBuilder builder() {
        return new EmbeddedDataCenterBuilder();
    }

    /** Returns where it listens, with the port that was taken. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Returns it as a client names it. */
    public DataCenter dataCenter() {
        return new DataCenter(settings.dc(), settings.test(), false, List.of(address()));
    }

    /** Returns its public RSA key. */
    public RsaPublicKey publicKey() {
        return settings.rsaKey().publicKey();
    }

    /** Returns its public RSA key as PEM text in PKCS#1 form. */
    public String publicKeyPem() {
        return RsaPem.write(publicKey());
    }

    /** Returns its public RSA key as a client takes it. */
    public ServerKeys serverKeys() {
        return ServerKeys.of(publicKey());
    }

    /** Returns the fingerprint of its RSA key. */
    public Fingerprint fingerprint() {
        return ServerKeys.fingerprint(publicKey(), settings.crypto());
    }

    /** Closes all connections, as a network that fails does; keys and sessions stay. */
    public void closeConnections() {
        server.closeConnections();
    }

    /**
     * Closes all connections and forgets all sessions, as a server that restarts does; keys stay. Clients that come again
     * are told of new sessions, and that what was in work is lost.
     */
    public void restart() {
        server.restart();
    }

    /** Replaces the salts of all keys: the next message of each client is answered by {@code bad_server_salt}. */
    public void rotateSalts() {
        server.renewSalts();
    }

    /**
     * Forgets an auth key with its sessions and the temporary keys bound to it, as if it had been destroyed. Its connections are
     * closed with transport error -404.
     *
     * @param key the id of the key
     * @return whether it was known
     */
    public boolean forgetKey(AuthKeyId key) {
        return server.forgetKey(key);
    }

    /**
     * Sends an update, or any other object, to one session: now, or when the client connects again. It is repeated until the
     * client acknowledges it.
     *
     * @param key the id of the key of the session
     * @param session the session
     * @param update the object
     * @return whether it was taken; not if there is no such session, its last query was within {@code invokeWithoutUpdates}, or
     *     too much waits for the client already
     * @throws IllegalArgumentException if it fits into no packet
     * @see DataCenterLimits#outgoing()
     */
    public boolean push(AuthKeyId key, SessionId session, TlObject update) {
        return server.push(key, session, update);
    }

    /**
     * Sends an update, or any other object, to all sessions of a key and of the temporary keys that are bound to it, as
     * {@link #push(AuthKeyId, SessionId, TlObject)} does.
     *
     * @param key the id of the key
     * @param update the object
     * @return how many sessions took it
     * @throws IllegalArgumentException if it fits into no packet
     */
    public int push(AuthKeyId key, TlObject update) {
        return server.push(key, update);
    }

    /**
     * Waits until the data centre is closed.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        server.close();
        closed.countDown();
    }
}
