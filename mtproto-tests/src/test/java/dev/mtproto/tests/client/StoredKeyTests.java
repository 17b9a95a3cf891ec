package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.client.keys.AuthKeyStore;
import dev.mtproto.client.keys.FileAuthKeyStore;
import dev.mtproto.client.keys.KeyName;
import dev.mtproto.client.keys.StoredKey;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys that outlive their client. */
@Timeout(60)
class StoredKeyTests {

    private static final KeyName NAME = new KeyName("here");

    @TempDir
    Path folder;

    private EmbeddedDataCenter server;

    @BeforeEach
    void start() {
        server = Setup.server().start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AuthKeyId use(MtprotoClientBuilder builder, Setup.Names names) throws InterruptedException {
        try (MtprotoClient client = builder.listener(names).connect()) {
            assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
            return client.authKey().id();
        }
    }

    private static long created(Setup.Names names) {
        return names.events.stream()
                .filter(ClientEvent.KeyCreated.class::isInstance)
                .count();
    }

    @Test
    void theNextClientGoesOnWithTheKeyAndTheSalt() throws InterruptedException {
        Path file = folder.resolve("keys");
        Setup.Names first = new Setup.Names();
        AuthKeyId made;
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Setup.CRYPTO)) {
            made = use(Setup.client(server).keyStore(store, NAME), first);
        }
        assertEquals(1, created(first));
        Setup.Names second = new Setup.Names();
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Setup.CRYPTO)) {
            assertEquals(made, use(Setup.client(server).keyStore(store, NAME), second));
        }
        assertEquals(0, created(second));
        assertTrue(!second.names.contains("bad_server_salt"), second.names.toString());
    }

    @Test
    void withForwardSecrecyThePermanentKeyAloneIsKept() throws InterruptedException {
        AuthKeyStore store = AuthKeyStore.inMemory();
        Setup.Names first = new Setup.Names();
        AuthKeyId made = use(Setup.client(server).keyStore(store, NAME).forwardSecrecy(KeyTimings.DEFAULT), first);
        assertEquals(2, created(first));
        assertEquals(made, store.load(NAME).orElseThrow().key().id());
        Setup.Names second = new Setup.Names();
        assertEquals(made, use(Setup.client(server).keyStore(store, NAME).forwardSecrecy(KeyTimings.DEFAULT), second));
        assertEquals(1, created(second));
    }

    @Test
    void aKeyThatTheServerLostIsReplacedInTheStore() throws InterruptedException {
        AuthKeyStore store = AuthKeyStore.inMemory();
        AuthKeyId lost = use(Setup.client(server).keyStore(store, NAME), new Setup.Names());
        assertTrue(server.forgetKey(lost));
        Setup.Names names = new Setup.Names();
        try (MtprotoClient client =
                Setup.client(server).keyStore(store, NAME).listener(names).connect()) {
            Setup.failure(client.invoke(new HelpGetNearestDc()));
            assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
            assertNotEquals(lost, client.authKey().id());
            assertEquals(
                    client.authKey().id(), store.load(NAME).orElseThrow().key().id());
        }
    }

    @Test
    void aKeyThatCannotBeStoredIsNotUsed() {
        AuthKeyStore full = new AuthKeyStore() {
            @Override
            public Optional<StoredKey> load(KeyName name) {
                return Optional.empty();
            }

            @Override
            public void save(KeyName name, StoredKey key) {
                throw new AuthKeyStoreException(AuthKeyStoreException.Reason.IO, "no room", null);
            }

            @Override
            public boolean remove(KeyName name) {
                return false;
            }
        };
        MtprotoClientBuilder client = Setup.client(server).keyStore(full, NAME);
        assertEquals(
                "no room",
                assertThrows(AuthKeyStoreException.class, client::connect).getMessage());
    }
}
