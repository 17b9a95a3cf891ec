package dev.mtproto.client;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.DataCenter;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.Salt;
import dev.mtproto.client.keys.AuthKeyStore;
import dev.mtproto.client.keys.KeyName;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.session.engine.EngineLimits;
import dev.mtproto.session.engine.EngineTimings;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.session.message.PaddingPolicy;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a client. Only the server has to be named: {@link #dataCenter} or {@link #address}. Not safe for use by several
 * threads.
 */
public final class MtprotoClientBuilder {

    private List<InetSocketAddress> addresses = List.of();
    private int dc = 2;
    private @Nullable ServerKeys keys;
    private @Nullable Crypto crypto;
    private List<Transport> transports = List.of(Transport.DEFAULT);
    private Duration stagger = Duration.ofMillis(300);
    private TlSchema schema = MtprotoSchema.INSTANCE;
    private PaddingPolicy padding = PaddingPolicy.minimum();
    private InstantSource clock = InstantSource.system();
    private ConnectionListener listener = ConnectionListener.NONE;
    private Executor executor = ForkJoinPool.commonPool();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration answerTimeout = Duration.ofSeconds(10);
    private Duration exchangeTimeout = Duration.ofSeconds(30);
    private UpdateListener updates = UpdateListener.NONE;
    private Duration callTimeout = Duration.ofSeconds(60);
    private Duration firstRetry = Duration.ofMillis(500);
    private Duration longestRetry = Duration.ofSeconds(60);
    private EngineTimings timings = EngineTimings.DEFAULT;
    private EngineLimits limits = EngineLimits.DEFAULT;
    private Optional<KeyTimings> forwardSecrecy = Optional.empty();
    private Optional<KeyKeeper> keeper = Optional.empty();
    private @Nullable AuthKey authKey;
    private Salt salt = new Salt(0);

    MtprotoClientBuilder() {}

    /** Names the server: its addresses are tried in order. */
    public MtprotoClientBuilder dataCenter(DataCenter dataCenter) {
        this.addresses = dataCenter.addresses();
        this.dc = dataCenter.wireId();
        return this;
    }

    /**
     * Names the server by its address; it is taken for data centre 2 unless {@link #dataCenterId} says otherwise.
     *
     * @param address where it listens; resolved when connecting
     */
    public MtprotoClientBuilder address(InetSocketAddress address) {
        this.addresses = List.of(address);
        return this;
    }

    /**
     * Sets the number that a key exchange names.
     *
     * @param wireId the data centre's number in the form of {@link DataCenter#wireId}
     */
    public MtprotoClientBuilder dataCenterId(int wireId) {
        this.dc = wireId;
        return this;
    }

    /** Sets the RSA keys that the server may have; Telegram's published ones unless set. */
    public MtprotoClientBuilder serverKeys(ServerKeys serverKeys) {
        this.keys = serverKeys;
        return this;
    }

    /** Sets the cryptography; {@link Cryptos#open()} unless set. */
    public MtprotoClientBuilder crypto(Crypto primitives) {
        this.crypto = primitives;
        return this;
    }

    /** Sets how the server is reached; by abridged framing over TCP unless set. */
    public MtprotoClientBuilder transport(Transport chosen) {
        this.transports = List.of(chosen);
        return this;
    }

    /**
     * Sets several ways to reach the server, and lets them race: each starts a while after the one before, or at once when
     * that has failed. The first on which the server has proved itself (by the end of the key exchange, or with a known key
     * by an answer) is kept, the others are closed. The listener is told of all of them.
     *
     * @param candidates the transports, the preferred one first; at least one
     * @param pause how long each waits for the one before
     */
    public MtprotoClientBuilder race(List<Transport> candidates, Duration pause) {
        if (candidates.isEmpty() || pause.isNegative()) {
            throw new IllegalArgumentException("a race takes at least one transport, and a pause of 0 or more");
        }
        this.transports = List.copyOf(candidates);
        this.stagger = pause;
        return this;
    }

    /** Adds a schema of the caller's own, whose objects results may hold. */
    public MtprotoClientBuilder schema(TlSchema more) {
        this.schema = TlSchema.of(schema, more);
        return this;
    }

    /** Sets how much padding messages get; the least unless set. */
    public MtprotoClientBuilder padding(PaddingPolicy policy) {
        this.padding = policy;
        return this;
    }

    /** Sets the local clock; the system's unless set. */
    public MtprotoClientBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** Sets who is told what happens. */
    public MtprotoClientBuilder listener(ConnectionListener observer) {
        this.listener = observer;
        return this;
    }

    /** Sets who receives what the server sends without being asked; nobody unless set. */
    public MtprotoClientBuilder updates(UpdateListener receiver) {
        this.updates = receiver;
        return this;
    }

    /**
     * Has temporary keys carry the traffic, so that whoever gets hold of the permanent key later cannot read it. They are kept
     * in memory alone and replaced before they end; {@link #connect} returns when the first is bound.
     *
     * @param times the life of keys
     * @see <a href="https://core.telegram.org/api/pfs">Perfect forward secrecy</a>
     */
    public MtprotoClientBuilder forwardSecrecy(KeyTimings times) {
        this.forwardSecrecy = Optional.of(times);
        return this;
    }

    /** Sets the longest wait of a call for its answer, zero for no limit; 60 s unless set. */
    public MtprotoClientBuilder callTimeout(Duration longest) {
        this.callTimeout = longest;
        return this;
    }

    /**
     * Sets the waits between attempts to connect, or to make a key, after failures: they double, and each is shortened at random
     * by up to a half. 0.5 s and 60 s unless set.
     *
     * @param first the first wait
     * @param longest the longest one
     */
    public MtprotoClientBuilder retry(Duration first, Duration longest) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the waits between attempts are positive and grow");
        }
        this.firstRetry = first;
        this.longestRetry = longest;
        return this;
    }

    /** Sets how long a session waits for what: pings, acknowledgements, questions; the usual times unless set. */
    public MtprotoClientBuilder timings(EngineTimings times) {
        this.timings = times;
        return this;
    }

    /** Sets how many calls, and bytes of them, wait for an answer at most; 16384 and 64 MiB unless set. */
    public MtprotoClientBuilder limits(EngineLimits most) {
        this.limits = most;
        return this;
    }

    /** Sets where futures are completed; the common pool unless set. */
    public MtprotoClientBuilder executor(Executor completions) {
        this.executor = completions;
        return this;
    }

    /**
     * Sets the longest time that connecting to one address may take, with all that proxies and transports say before the
     * first packet; 10 s unless set.
     */
    public MtprotoClientBuilder connectTimeout(Duration longest) {
        this.connectTimeout = longest;
        return this;
    }

    /** Sets the longest wait for one answer in the key exchange; 10 s unless set. */
    public MtprotoClientBuilder answerTimeout(Duration longest) {
        this.answerTimeout = longest;
        return this;
    }

    /** Sets the longest time of a whole key exchange; 30 s unless set. */
    public MtprotoClientBuilder exchangeTimeout(Duration longest) {
        this.exchangeTimeout = longest;
        return this;
    }

    /**
     * Goes on with a key that was made earlier, instead of making one.
     *
     * @param key a permanent key of the server
     * @param lastSalt the salt known last; a wrong one, such as 0, costs a round trip
     */
    public MtprotoClientBuilder authKey(AuthKey key, Salt lastSalt) {
        this.authKey = key;
        this.salt = lastSalt;
        return this;
    }

    /**
     * Goes on with the key that a store holds, and has a new one stored before it is used.
     *
     * @param store keeps the permanent key; the caller closes it after the client
     * @param server the name of the server there
     */
    public MtprotoClientBuilder keyStore(AuthKeyStore store, KeyName server) {
        this.keeper = Optional.of(new KeyKeeper(store, server));
        return this;
    }

    /**
     * Connects and makes an auth key, unless one was given or stored. Blocks until that is done.
     *
     * @return a connected client
     * @throws MtprotoException if the server cannot be reached, breaks a rule or has none of the keys, or if the store of keys
     *     cannot be used
     * @throws IllegalStateException if no server was named
     */
    public MtprotoClient connect() {
        if (addresses.isEmpty()) {
            throw new IllegalStateException("no server was named: set a data centre or an address");
        }
        ClientSettings settings = new ClientSettings(
                addresses,
                dc,
                keys == null ? ServerKeys.telegram() : keys,
                crypto == null ? Cryptos.open() : crypto,
                transports,
                stagger,
                schema,
                padding,
                clock,
                new Observers(observers(), schema),
                updates,
                executor,
                connectTimeout,
                answerTimeout,
                exchangeTimeout,
                callTimeout,
                firstRetry,
                longestRetry,
                timings,
                limits,
                forwardSecrecy,
                keeper);
        return MtprotoClient.connect(settings, authKey, salt);
    }

    private List<Observer> observers() {
        List<Observer> all = new ArrayList<>();
        all.add(new LogLines().observer());
        Observer.flightRecorder().ifPresent(all::add);
        if (listener != ConnectionListener.NONE) {
            all.add(new Observer(listener, () -> true, () -> true));
        }
        return all;
    }
}
