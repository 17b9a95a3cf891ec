package dev.mtproto.rules;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Salt;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.keys.FileAuthKeyStore;
import dev.mtproto.client.keys.KeyName;
import dev.mtproto.client.keys.StoredKey;
import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.Ping;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A program that goes through a whole session under FIPS, client and server, and keeps a key in a file under a passphrase, with
 * every provider of the JVM watched, and prints what was noted.
 */
final class FipsSession {

    private FipsSession() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("mtproto-fips");
        WatchedProvider.install();
        RecordingCrypto crypto = new RecordingCrypto(Cryptos.open(CryptoSelection.FIPS));
        WatchedProvider.phase = "session";
        try (EmbeddedDataCenter server =
                EmbeddedDataCenter.builder().crypto(crypto).start()) {
            try (MtprotoClient client = MtprotoClient.builder()
                    .dataCenter(server.dataCenter())
                    .serverKeys(server.serverKeys())
                    .crypto(crypto)
                    .connect()) {
                for (int i = 0; i < 10; i++) {
                    client.invoke(new Ping(i)).get();
                }
                client.invoke(new HelpGetNearestDc()).get();
            }
        }
        keep(crypto, folder.resolve("keys"));
        // the two that no such session needs: an obfuscated transport, and a prime that is not the published one
        crypto.newAesCtr(new byte[32], new byte[16]).apply(new byte[64], 0, 64);
        crypto.isProbablePrime(BigInteger.TWO.pow(521).subtract(BigInteger.ONE));
        WatchedProvider.phase = "end";
        remove(folder);
        crypto.operations.forEach(operation -> System.out.println("operation " + operation));
        WatchedProvider.NOTES.forEach(note -> System.out.println("note " + note));
        ComplianceReport report = ComplianceReport.of(Cryptos.open(CryptoSelection.FIPS));
        for (ComplianceRow row : report.rows()) {
            System.out.println("row " + row.operation() + " | " + row.module() + " | " + row.service());
        }
        System.out.println("seed " + report.row(CryptoOperation.RANDOM).note());
    }

    /** Keeps a key in a file under a passphrase, and finds it there. */
    private static void keep(Crypto crypto, Path file) {
        KeyName name = new KeyName("dc2");
        byte[] value = crypto.random().nextBytes(AuthKey.LENGTH);
        StoredKey key = new StoredKey(
                AuthKey.permanent(value, new AuthKeyId(1)), new Salt(2), Instant.ofEpochSecond(3), Duration.ZERO);
        for (int run = 0; run < 2; run++) {
            try (FileAuthKeyStore store =
                    FileAuthKeyStore.open(file, crypto, "long enough for the module".toCharArray())) {
                if (store.load(name).isPresent() != (run == 1)) {
                    throw new IllegalStateException("run " + run + " of the store of keys");
                }
                store.save(name, key);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        for (String name : List.of("keys", "keys.lock", "")) {
            Files.delete(folder.resolve(name));
        }
    }
}
