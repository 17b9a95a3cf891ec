package dev.mtproto.crypto;

/**
 * What a provider does where several work together.
 *
 * @param operation the operation
 * @param from the shortest text that it does it for, in bytes; 0 for all that no other part names
 * @param why the reason, in words for people
 */
public record CryptoPart(CryptoOperation operation, int from, String why) {

    /** Returns operation, scope and reason on one line, for people. */
    @Override
    public String toString() {
        return operation.id() + (from == 0 ? "" : " from " + from + " bytes") + ": " + why;
    }
}
