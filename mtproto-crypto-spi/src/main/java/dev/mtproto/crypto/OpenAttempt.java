package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of opening one provider: the tested services, or a reason. */
record OpenAttempt(CryptoProvider provider, @Nullable Crypto crypto, String reason) {

    static OpenAttempt of(CryptoProvider provider) {
        if (provider.availability() instanceof Availability.Unavailable unavailable) {
            return new OpenAttempt(provider, null, unavailable.reason());
        }
        try {
            Crypto crypto = provider.open();
            SelfTests.run(crypto);
            return new OpenAttempt(provider, crypto, "");
        } catch (CryptoUnavailableException e) {
            return new OpenAttempt(provider, null, String.valueOf(e.getMessage()));
        }
    }

    CryptoCandidate candidate() {
        return new CryptoCandidate(
                provider.name(),
                provider.speed(),
                Optional.ofNullable(crypto).map(Crypto::info),
                crypto == null ? Optional.of(reason) : Optional.empty());
    }
}
