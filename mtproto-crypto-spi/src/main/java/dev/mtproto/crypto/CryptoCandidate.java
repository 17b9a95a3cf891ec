package dev.mtproto.crypto;

import java.time.Duration;
import java.util.Optional;

/**
 * A crypto provider that was found, and what came of the attempt to open it. Exactly one of {@code info} and {@code reason}
 * is there.
 *
 * @param name the name by which it is chosen
 * @param speed its place in the selection {@link CryptoSelection#FASTEST}, higher is faster
 * @param info what it is, if it can be used here
 * @param reason why it cannot be used here, in words for people
 * @param selfTest what came of its known-answer tests
 * @param startUp how long the attempt took: loading, opening, self tests; most of it is spent at the first attempt in a JVM
 */
public record CryptoCandidate(
        String name,
        int speed,
        Optional<CryptoInfo> info,
        Optional<String> reason,
        SelfTestResult selfTest,
        Duration startUp) {

    /** What came of the known-answer tests. */
    public enum SelfTestResult {
        /** Every primitive gave the known answer. */
        PASSED,
        /** The provider said that it can be used, and then could not be opened, or a primitive is broken. */
        FAILED,
        /** The provider said that it cannot be used here. */
        NOT_RUN
    }

    /** Returns whether the provider can be used here. */
    public boolean available() {
        return info.isPresent();
    }

    @Override
    public String toString() {
        return info.map(CryptoInfo::toString).orElseGet(() -> name + ": not available, because " + reason.orElse(""));
    }
}
