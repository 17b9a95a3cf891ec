package dev.mtproto.crypto;

/**
 * What a selection makes of one provider.
 *
 * @param candidate the provider
 * @param chosen whether it is the one that the selection opens
 * @param why the reason, in words for people
 */
public record CryptoVerdict(CryptoCandidate candidate, boolean chosen, String why) {}
