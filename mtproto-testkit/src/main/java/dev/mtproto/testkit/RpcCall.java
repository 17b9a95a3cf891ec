package dev.mtproto.testkit;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.tl.TlFunction;

/**
 * A query of a client.
 *
 * @param function the function, without the wrappers around it
 * @param layer the layer that {@code invokeWithLayer} named, in this query or the last one under this key that did; 0 if none
 *     did
 * @param msgId the id of the message that brought it
 * @param session the session it came in
 * @param key the id of the key it came under
 */
public record RpcCall(TlFunction<?> function, int layer, long msgId, SessionId session, AuthKeyId key) {}
