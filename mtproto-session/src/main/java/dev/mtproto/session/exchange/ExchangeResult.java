package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;

/**
 * What a finished key exchange gives a client.
 *
 * @param key the key; the caller destroys it. A temporary key's end is counted from the server's time in the exchange, so
 *     that it ends no later than on the server
 * @param firstSalt the salt to start with
 * @param timeOffsetSeconds what to add to the local clock to get the server's, up to a second low
 */
public record ExchangeResult(AuthKey key, Salt firstSalt, long timeOffsetSeconds) {}
