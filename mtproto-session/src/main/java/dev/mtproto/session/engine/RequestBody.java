package dev.mtproto.session.engine;

import dev.mtproto.api.SessionId;

/** Makes the body of a request that has to hold its own msg_id, such as {@code auth.bindTempAuthKey}: anew for each attempt. */
@FunctionalInterface
public interface RequestBody {

    /**
     * Makes the body.
     *
     * @param session the session in which it is sent
     * @param msgId the msg_id under which it is sent
     * @return the function with its id, a multiple of 4 bytes
     */
    byte[] make(SessionId session, long msgId);
}
