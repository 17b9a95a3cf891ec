package dev.mtproto.crypto;

import java.util.Optional;

/**
 * A crypto provider that was found, and what came of the attempt to open it. Exactly one of {@code info} and {@code reason}
 * is there.
 *
 * @param name the name by which it is chosen
 * @param speed its place in the selection {@link CryptoSelection#FASTEST}, higher is faster
 * @param info what it is, if it can be used here
 * @param reason why it cannot be used here, in words for people
 */
public record CryptoCandidate(String name, int speed, Optional<CryptoInfo> info, Optional<String> reason) {

    /** Returns whether the provider can be used here. */
    public boolean available() {
        return info.isPresent();
    }

    @Override
    public String toString() {
        return info.map(CryptoInfo::toString).orElseGet(() -> name + ": not available, because " + reason.orElse(""));
    }
}
