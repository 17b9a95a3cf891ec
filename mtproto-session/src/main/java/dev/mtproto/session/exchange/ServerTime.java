package dev.mtproto.session.exchange;

/**
 * The time of a server as a key exchange shows it.
 *
 * @param unixSeconds the server's clock
 * @param offsetSeconds what the local clock lags behind it
 */
record ServerTime(long unixSeconds, long offsetSeconds) {}
