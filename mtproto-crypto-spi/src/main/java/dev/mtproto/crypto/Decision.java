package dev.mtproto.crypto;

import dev.mtproto.crypto.CryptoCandidate.SelfTestResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a selection: the first provider of an order that fits, or the reasons why none does. One that says it can
 * be used and then fails its tests ends the search: that has to be seen, not stepped over.
 *
 * @param winner what was opened
 * @param broken what ended the search
 * @param reasons for each provider that was passed over its name and why
 */
record Decision(@Nullable OpenAttempt winner, @Nullable OpenAttempt broken, List<String> reasons) {

    static final String NOT_VALIDATED = "holds no validated module";

    /** Takes the attempts one by one, no further than needed, so that nothing is opened in vain. */
    static Decision of(CryptoSelection selection, Iterator<OpenAttempt> attempts) {
        List<String> reasons = new ArrayList<>();
        while (attempts.hasNext()) {
            OpenAttempt attempt = attempts.next();
            String obstacle = obstacle(selection, attempt);
            if (obstacle == null) {
                return new Decision(attempt, null, reasons);
            }
            reasons.add(attempt.provider().name() + ": " + obstacle);
            if (selection != CryptoSelection.FIPS && attempt.selfTest() == SelfTestResult.FAILED) {
                return new Decision(null, attempt, reasons);
            }
        }
        return new Decision(null, null, reasons);
    }

    /** Returns why a provider cannot be what the selection wants; {@code null} if it can. */
    static @Nullable String obstacle(CryptoSelection selection, OpenAttempt attempt) {
        Crypto crypto = attempt.crypto();
        if (crypto == null) {
            return attempt.reason();
        }
        if (selection != CryptoSelection.FIPS || crypto.info().approvedOnly()) {
            return null;
        }
        return crypto.info()
                .fipsModule()
                .map(module -> module + " does not run in approved-only mode")
                .orElse(NOT_VALIDATED);
    }
}
