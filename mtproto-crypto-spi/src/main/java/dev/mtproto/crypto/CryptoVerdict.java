package dev.mtproto.crypto;

import java.util.List;

/**
 * What a selection makes of one provider.
 *
 * @param candidate the provider
 * @param chosen whether the selection opens it, alone or with others
 * @param why the reason, in words for people
 * @param parts what it does where {@link CryptoSelection#FASTEST} lets several work together; empty where one does all
 */
public record CryptoVerdict(CryptoCandidate candidate, boolean chosen, String why, List<CryptoPart> parts) {

    /** Copies the list. */
    public CryptoVerdict {
        parts = List.copyOf(parts);
    }
}
