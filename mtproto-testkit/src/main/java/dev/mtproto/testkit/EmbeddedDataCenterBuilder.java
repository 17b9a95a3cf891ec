package dev.mtproto.testkit;

import dev.mtproto.api.DataCenter;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.testkit.files.FileStore;
import dev.mtproto.testkit.server.EventSink;
import dev.mtproto.testkit.server.Settings;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.api.ApiSchema;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up an embedded data centre; everything has a default. Not safe for use by several threads. */
public final class EmbeddedDataCenterBuilder {

    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private int dc = 2;
    private boolean test;
    private @Nullable Crypto crypto;
    private @Nullable RsaPrivateKey rsaKey;
    private InstantSource clock = InstantSource.system();
    private DataCenterLimits limits = DataCenterLimits.DEFAULT;
    private Duration saltPeriod = Duration.ofSeconds(ServerSalts.PERIOD_SECONDS);
    private boolean obsoletePadding = true;
    private final List<ProxySecret> secrets = new ArrayList<>();
    private TlSchema schema = TlSchema.of(MtprotoSchema.INSTANCE, ApiSchema.INSTANCE);
    private final List<RpcHandler> handlers = new ArrayList<>();
    private FileStore files = FileStore.inMemory(1024, 1L << 29);
    private Consumer<DataCenterEvent> listener = event -> {};

    EmbeddedDataCenterBuilder() {}

    /**
     * Sets where to listen; a free port of the loopback address unless set.
     *
     * @param local the address; port 0 takes a free one
     */
    public EmbeddedDataCenterBuilder listen(InetSocketAddress local) {
        this.address = local;
        return this;
    }

    /**
     * Sets which data centre this is; number 2 of the production environment unless set. Clients may name any data centre
     * in their key exchange.
     *
     * @param number its number, 1 or more
     * @param testEnvironment whether it belongs to the test environment
     */
    public EmbeddedDataCenterBuilder dataCenter(int number, boolean testEnvironment) {
        this.dc = new DataCenter(number, testEnvironment, false, List.of()).id();
        this.test = testEnvironment;
        return this;
    }

    /** Sets the cryptography; {@link Cryptos#open()} unless set. */
    public EmbeddedDataCenterBuilder crypto(Crypto primitives) {
        this.crypto = primitives;
        return this;
    }

    /** Sets the server's RSA key; a new one is drawn unless set, which may take a second. */
    public EmbeddedDataCenterBuilder rsaKey(RsaPrivateKey key) {
        this.rsaKey = key;
        return this;
    }

    /** Sets the clock; the system's unless set. Salts, msg_ids and the ends of keys follow it. */
    public EmbeddedDataCenterBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** Sets what is taken at most. */
    public EmbeddedDataCenterBuilder limits(DataCenterLimits most) {
        this.limits = most;
        return this;
    }

    /**
     * Sets how long a salt is the present one; it is taken for as long again. 30 minutes unless set.
     *
     * @param period a second or more, in whole seconds
     */
    public EmbeddedDataCenterBuilder saltPeriod(Duration period) {
        if (period.toSeconds() < 1 || period.toSeconds() > Integer.MAX_VALUE / 256) {
            throw new IllegalArgumentException("a salt is the present one for a second to some months");
        }
        this.saltPeriod = period;
        return this;
    }

    /** Sets whether the RSA padding from before 2021 is taken, which several clients still send; yes unless set. */
    public EmbeddedDataCenterBuilder acceptObsoletePadding(boolean accept) {
        this.obsoletePadding = accept;
        return this;
    }

    /**
     * Adds a secret, with which clients may come as through an MTProxy server. They may hold its key plain, as dd, or as ee
     * with any domain, and need not hold it at all.
     *
     * @param secret the secret; its key counts
     */
    public EmbeddedDataCenterBuilder proxySecret(ProxySecret secret) {
        secrets.add(secret);
        return this;
    }

    /** Adds a schema whose functions the handlers know. */
    public EmbeddedDataCenterBuilder schema(TlSchema more) {
        this.schema = TlSchema.of(schema, more);
        return this;
    }

    /** Adds a handler of functions; those added first are asked first, the built-in ones last. */
    public EmbeddedDataCenterBuilder handler(RpcHandler more) {
        handlers.add(more);
        return this;
    }

    /** Sets where the files are kept that clients save; in memory unless set, 1024 of them with 512 MiB together at most. */
    public EmbeddedDataCenterBuilder files(FileStore store) {
        this.files = store;
        return this;
    }

    /** Sets who is told what happens; called one at a time, and must return soon. */
    public EmbeddedDataCenterBuilder listener(Consumer<DataCenterEvent> observer) {
        this.listener = observer;
        return this;
    }

    /**
     * Starts the data centre.
     *
     * @return the data centre, which listens
     * @throws UncheckedIOException if it cannot listen at the address
     */
    public EmbeddedDataCenter start() {
        Crypto primitives = crypto == null ? Cryptos.open() : crypto;
        RsaPrivateKey key = rsaKey == null ? primitives.newRsaKey() : rsaKey;
        List<RpcHandler> all = new ArrayList<>(handlers);
        all.add(files.handler(primitives));
        try {
            return new EmbeddedDataCenter(new Settings(
                    address,
                    dc,
                    test,
                    primitives,
                    key,
                    clock,
                    limits,
                    saltPeriod,
                    obsoletePadding,
                    List.copyOf(secrets),
                    schema,
                    List.copyOf(all),
                    new EventSink(listener)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + e.getMessage(), e);
        }
    }
}
