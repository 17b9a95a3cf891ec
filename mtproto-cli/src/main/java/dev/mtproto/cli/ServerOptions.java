package dev.mtproto.cli;

import dev.mtproto.api.DataCenter;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.client.keys.FileAuthKeyStore;
import dev.mtproto.client.keys.KeyName;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.tl.api.ApiSchema;
import dev.mtproto.transport.socket.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server a command connects to, and how. */
final class ServerOptions {

    static final String PASSPHRASE = "MTPROTO_PASSPHRASE";

    private static final int USUAL_DC = 2;
    private static final int LONGEST_NAME = 64;

    /**
     * A server, and the client that is to connect to it.
     *
     * @param address where it is
     * @param words what is connected to, and how, for people
     * @param crypto does the cryptography
     * @param client connects
     * @param keys the open file of keys
     */
    record Target(
            InetSocketAddress address,
            String words,
            Crypto crypto,
            MtprotoClientBuilder client,
            Optional<FileAuthKeyStore> keys)
            implements AutoCloseable {

        @Override
        public void close() {
            keys.ifPresent(FileAuthKeyStore::close);
        }
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--dc",
            paramLabel = "N",
            description = "Telegram's data centre N, 1 to 5 (1 to 3 with --test). "
                    + "With HOST:PORT: the number that the key exchange names, 2 unless given.")
    private @Nullable Integer dc;

    @Option(names = "--test", description = "The data centre belongs to the test environment.")
    private boolean test;

    @Option(
            names = "--key",
            paramLabel = "FILE.pem",
            description = "The server's public RSA key, or several, as PKCS#1 or SubjectPublicKeyInfo. "
                    + "Default: the keys that Telegram publishes.")
    private @Nullable Path keyFile;

    @Option(
            names = "--pfs",
            description =
                    "Perfect forward secrecy: temporary keys carry the traffic, the permanent one only vouches for them.")
    private boolean forwardSecrecy;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Keeps the permanent key in FILE, readable by its owner alone, and goes on with the one that is there.")
    private @Nullable Path keys;

    @Option(
            names = "--passphrase",
            interactive = true,
            description =
                    "Asks for the passphrase under which FILE is sealed. Without a terminal: the environment variable "
                            + PASSPHRASE + ".")
    private char @Nullable [] passphrase;

    @Mixin
    private final CryptoOption crypto = new CryptoOption();

    @Mixin
    private final TransportOptions transports = new TransportOptions();

    /**
     * Returns what the options name.
     *
     * @param named the address of the server, where the command line has one
     */
    Target target(@Nullable InetSocketAddress named) {
        Transport transport = transports.transport();
        InetSocketAddress proxy = transport.server().orElse(null);
        DataCenter server = server(named == null ? proxy : named);
        ServerKeys keys = keyFile == null ? ServerKeys.telegram() : readKeys(keyFile);
        Crypto backend = crypto.open();
        InetSocketAddress target = proxy == null ? server.addresses().get(0) : proxy;
        MtprotoClientBuilder client = MtprotoClient.builder()
                .dataCenter(server)
                .serverKeys(keys)
                .crypto(backend)
                .schema(ApiSchema.INSTANCE)
                .transport(transport);
        String words = ServeCommand.text(target) + ", " + TransportOptions.words(transport);
        if (forwardSecrecy) {
            client.forwardSecrecy(KeyTimings.DEFAULT);
        }
        Optional<FileAuthKeyStore> store = openKeys(backend);
        store.ifPresent(opened -> client.keyStore(opened, name(server)));
        return new Target(target, words, backend, client, store);
    }

    private Optional<FileAuthKeyStore> openKeys(Crypto backend) {
        if (keys == null) {
            return Optional.empty();
        }
        String set = System.getenv(PASSPHRASE);
        char[] secret = passphrase == null && set != null ? set.toCharArray() : passphrase;
        return Optional.of(
                secret == null ? FileAuthKeyStore.open(keys, backend) : FileAuthKeyStore.open(keys, backend, secret));
    }

    /** A server that is named by its address is another one at another address. */
    private static KeyName name(DataCenter server) {
        if (server.addresses().equals(telegramAddresses(server))) {
            return KeyName.of(server);
        }
        String address = ServeCommand.text(server.addresses().get(0)).replaceAll("[^A-Za-z0-9._:-]", "_");
        return new KeyName(address.substring(0, Math.min(address.length(), LONGEST_NAME)));
    }

    private static List<InetSocketAddress> telegramAddresses(DataCenter server) {
        try {
            return DataCenter.telegram(server.id(), server.test()).addresses();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private DataCenter server(@Nullable InetSocketAddress address) {
        if (address != null) {
            int number = dc == null ? USUAL_DC : dc;
            if (number < 1) {
                throw new ParameterException(spec.commandLine(), "--dc: a data centre has a number from 1 on");
            }
            return new DataCenter(number, test, false, List.of(address));
        }
        if (dc == null) {
            throw new ParameterException(spec.commandLine(), "name a server: HOST:PORT, or --dc 1..5");
        }
        try {
            return DataCenter.telegram(dc, test);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--dc: " + e.getMessage(), e);
        }
    }

    private static ServerKeys readKeys(Path file) {
        try {
            return ServerKeys.ofPem(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Failure("there is no key file " + file);
        } catch (IOException e) {
            throw new Failure("cannot read the key file " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Failure("no usable key in " + file + ": " + e.getMessage());
        }
    }
}
