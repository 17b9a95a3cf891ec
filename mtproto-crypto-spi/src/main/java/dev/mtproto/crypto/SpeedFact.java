package dev.mtproto.crypto;

/**
 * Who does an operation fastest, as it was measured.
 *
 * @param operation what
 * @param provider the name of the provider that does it fastest
 * @param from the shortest text for which that holds, in bytes; 0 for all
 * @param why the figures
 */
record SpeedFact(CryptoOperation operation, String provider, int from, String why) {}
