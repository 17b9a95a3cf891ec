package dev.mtproto.crypto.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;
import org.junit.jupiter.api.Test;

/** The report of {@code bc-fips} is what the code does. */
class FipsRowsTests {

    private static final String MODULE = "Bouncy Castle FIPS";

    @Test
    void theModuleServesExactlyWhatTheReportSays() {
        // sets the mode, before the module is loaded
        ComplianceReport report = ComplianceReport.of(Cryptos.open(new BcFipsCryptoProvider()));
        WatchedProvider watched = new WatchedProvider(new BouncyCastleFipsProvider());
        everything(BcFipsCrypto.open(watched));
        Set<String> reported = report.rows().stream()
                .filter(row -> row.module().startsWith(MODULE))
                .flatMap(row -> Set.of(row.service().split("; ")).stream())
                // the JCA asks a provider for the plain name of a cipher, and sets mode and padding after that
                .map(service -> service.replaceFirst("^(Cipher AES)/.*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(reported, watched.served);
    }

    private static void everything(Crypto crypto) {
        byte[] key = crypto.random().nextBytes(32);
        byte[] data = new byte[64];
        crypto.newAesIge().encrypt(key, key, data, 0, 64);
        crypto.newAesIge().decrypt(key, key, data, 0, 64);
        crypto.newAesCtr(key, new byte[16]).apply(data, 0, 64);
        AesGcm gcm = crypto.newAesGcm();
        gcm.open(key, key, gcm.seal(key, key, data));
        crypto.pbkdf2("long enough for the module".toCharArray(), new byte[16], 1);
        crypto.newSha1().digest();
        crypto.newSha256().digest();
        crypto.modPow(new byte[] {3}, key, Numbers.toBytes(TelegramGroup.PRIME));
        crypto.isProbablePrime(BigInteger.TWO.pow(521).subtract(BigInteger.ONE));
        RsaPrivateKey rsa = crypto.newRsaKey();
        byte[] block = new byte[256];
        block[255] = 2;
        crypto.rsaPrivate(rsa, crypto.rsaPublic(rsa.publicKey(), block));
    }

    @Test
    void onlyServicesOfTheModuleAreApproved() {
        ComplianceReport report = ComplianceReport.of(Cryptos.open(new BcFipsCryptoProvider()));
        assertEquals(
                EnumSet.of(
                        CryptoOperation.AES_ENCRYPTION,
                        CryptoOperation.AES_DECRYPTION,
                        CryptoOperation.AES_CTR,
                        CryptoOperation.SHA1,
                        CryptoOperation.SHA256,
                        CryptoOperation.RANDOM,
                        CryptoOperation.RSA_KEY_GENERATION,
                        CryptoOperation.PBKDF2,
                        CryptoOperation.AES_GCM),
                report.rows().stream()
                        .filter(ComplianceRow::approved)
                        .map(ComplianceRow::operation)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CryptoOperation.class))));
        for (ComplianceRow row : report.rows()) {
            assertTrue(!row.approved() || row.module().startsWith(MODULE), row.toString());
        }
    }

    @Test
    void nothingIsApprovedOutsideOfApprovedOnlyMode() {
        assertFalse(FipsRows.of("module", false).stream().anyMatch(ComplianceRow::approved));
    }

    @Test
    void whatWasVerifiedIsTold() {
        String evidence = String.join("\n", FipsModule.evidence(true));
        assertTrue(evidence.matches("(?s).*READY.*HMAC-SHA256 over its jar is [0-9a-f]{64}\\n.*"), evidence);
    }
}
