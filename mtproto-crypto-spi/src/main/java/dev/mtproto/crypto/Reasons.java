package dev.mtproto.crypto;

import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a provider was chosen or not. */
final class Reasons {

    private Reasons() {}

    static String why(CryptoSelection selection, OpenAttempt attempt, Decision decision, List<CryptoProvider> order) {
        if (attempt == decision.winner()) {
            return chosen(selection, attempt);
        }
        String obstacle = Decision.obstacle(selection, attempt);
        if (obstacle != null) {
            return obstacle;
        }
        if (!order.contains(attempt.provider())) {
            return selection instanceof CryptoSelection.Named ? "not the one asked for" : "not in " + selection;
        }
        @Nullable OpenAttempt ahead = decision.winner() == null ? decision.broken() : decision.winner();
        if (ahead == null) {
            return "not chosen";
        }
        String name = ahead.provider().name();
        if (ahead == decision.broken()) {
            return name + " comes first and is broken: nothing is taken in its place";
        }
        return selection == CryptoSelection.FASTEST
                ? "slower than " + name + " (rank " + attempt.provider().speed() + " against "
                        + ahead.provider().speed() + ")"
                : name + " comes first";
    }

    private static String chosen(CryptoSelection selection, OpenAttempt attempt) {
        if (selection == CryptoSelection.FASTEST) {
            return "the fastest that can be used here (rank "
                    + attempt.provider().speed() + ")";
        }
        if (selection == CryptoSelection.FIPS) {
            return "a validated module in approved-only mode";
        }
        return selection instanceof CryptoSelection.Preference
                ? "the first of " + selection + " that can be used here"
                : "asked for by name";
    }
}
