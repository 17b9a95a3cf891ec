package dev.mtproto.testkit.rpc;

/**
 * The answer to a query.
 *
 * @param method the TL name of the function, without its wrappers
 * @param result the TL name of the result, or the error
 * @param body the boxed result, or an {@code rpc_error}
 * @param isError whether it is an error
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(String method, String result, byte[] body, boolean isError) {}
