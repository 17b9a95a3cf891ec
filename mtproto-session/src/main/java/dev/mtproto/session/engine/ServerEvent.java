package dev.mtproto.session.engine;

import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.Refusal;

/** What a server's engine has to tell. */
public sealed interface ServerEvent {

    /**
     * A query has to be run; {@link ServerEngine#answer} takes its result. How many run is bounded by whoever runs them: what is too
     * much is answered with an error.
     *
     * @param msgId its msg_id
     * @param body the function with its id, without {@code invokeAfterMsg} around it; the receiver's own array
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Query(long msgId, byte[] body) implements ServerEvent {
        /** Returns the id and the length. */
        @Override
        public String toString() {
            return "Query[" + msgId + ", " + body.length + " bytes]";
        }
    }

    /**
     * The answer to a query is not wanted any more.
     *
     * @param msgId its msg_id
     */
    record Dropped(long msgId) implements ServerEvent {}

    /**
     * The client wants another session of its key destroyed; {@link ServerEngine#sessionDestroyed} takes the answer.
     *
     * @param session the session
     */
    record DestroySession(SessionId session) implements ServerEvent {}

    /**
     * A message broke a rule; the engine has done what follows, but for closing the connection.
     *
     * @param refusal the rule, and what followed
     */
    record Refused(Refusal refusal) implements ServerEvent {}

    /** The client wants its key destroyed; {@link ServerEngine#keyDestroyed} takes the answer. */
    record DestroyKey() implements ServerEvent {}

    /**
     * The connection has to be closed.
     *
     * @param transportError the transport error to send before; 0 for none
     */
    record CloseConnection(int transportError) implements ServerEvent {}
}
