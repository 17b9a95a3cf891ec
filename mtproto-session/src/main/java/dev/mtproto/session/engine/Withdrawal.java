package dev.mtproto.session.engine;

/**
 * A request that is taken back from an engine, without an outcome.
 *
 * @param requestId its number there
 * @param request the request
 */
record Withdrawal(long requestId, Request request) {}
