package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.CryptoCandidate.SelfTestResult;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of opening one provider: the tested services, or a reason. */
record OpenAttempt(
        CryptoProvider provider, @Nullable Crypto crypto, String reason, SelfTestResult selfTest, Duration startUp) {

    static OpenAttempt of(CryptoProvider provider) {
        long start = System.nanoTime();
        if (provider.availability() instanceof Availability.Unavailable unavailable) {
            return new OpenAttempt(provider, null, unavailable.reason(), SelfTestResult.NOT_RUN, since(start));
        }
        try {
            Crypto crypto = provider.open();
            SelfTests.run(crypto);
            return new OpenAttempt(provider, crypto, "", SelfTestResult.PASSED, since(start));
        } catch (CryptoUnavailableException e) {
            return new OpenAttempt(provider, null, String.valueOf(e.getMessage()), SelfTestResult.FAILED, since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    CryptoCandidate candidate() {
        return new CryptoCandidate(
                provider.name(),
                provider.speed(),
                Optional.ofNullable(crypto).map(Crypto::info),
                crypto == null ? Optional.of(reason) : Optional.empty(),
                selfTest,
                startUp);
    }
}
