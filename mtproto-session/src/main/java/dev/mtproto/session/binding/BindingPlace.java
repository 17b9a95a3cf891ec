package dev.mtproto.session.binding;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import java.util.Optional;

/**
 * Where a request to bind a key came in.
 *
 * @param temporary the auth key of the connection
 * @param session the session of the request
 * @param msgId the msg_id of the request
 * @param boundTo the permanent key to which the temporary one is bound already
 */
public record BindingPlace(AuthKey temporary, SessionId session, long msgId, Optional<AuthKeyId> boundTo) {}
