package dev.mtproto.rules;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.Ping;
import java.math.BigInteger;

/**
 * A program that goes through a whole session under FIPS, client and server, with every provider of the JVM watched, and
 * prints what was noted.
 */
final class FipsSession {

    private FipsSession() {}

    public static void main(String[] args) throws Exception {
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
        // the two that no such session needs: an obfuscated transport, and a prime that is not the published one
        crypto.newAesCtr(new byte[32], new byte[16]).apply(new byte[64], 0, 64);
        crypto.isProbablePrime(BigInteger.TWO.pow(521).subtract(BigInteger.ONE));
        WatchedProvider.phase = "end";
        crypto.operations.forEach(operation -> System.out.println("operation " + operation));
        WatchedProvider.NOTES.forEach(note -> System.out.println("note " + note));
        ComplianceReport report = ComplianceReport.of(Cryptos.open(CryptoSelection.FIPS));
        for (ComplianceRow row : report.rows()) {
            System.out.println("row " + row.operation() + " | " + row.module() + " | " + row.service());
        }
        System.out.println("seed " + report.row(CryptoOperation.RANDOM).note());
    }
}
