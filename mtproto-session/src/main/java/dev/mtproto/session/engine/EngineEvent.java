package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.tl.schema.DestroyAuthKeyRes;
import java.time.Duration;

/** What an engine has to tell. */
public sealed interface EngineEvent {

    /**
     * A request ended.
     *
     * @param requestId its number
     * @param outcome how
     */
    record Done(long requestId, Outcome outcome) implements EngineEvent {}

    /**
     * The server has the packet of a request, as its transport says; the query itself may still be refused.
     *
     * @param requestId its number
     */
    record QuickAcked(long requestId) implements EngineEvent {}

    /**
     * A request goes out again.
     *
     * @param requestId its number
     * @param times how often by now
     */
    record Resent(long requestId, int times) implements EngineEvent {}

    /**
     * A message that no query asked for: an update, or any object of the API.
     *
     * @param msgId its msg_id
     * @param body the object with its id; the receiver's own array
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Update(long msgId, byte[] body) implements EngineEvent {
        /** Returns the id and the length. */
        @Override
        public String toString() {
            return "Update[" + msgId + ", " + body.length + " bytes]";
        }
    }

    /** The server made the session anew: updates may have been lost in between. */
    record UpdateGap() implements EngineEvent {}

    /**
     * The salt changed.
     *
     * @param salt the one in use from now on
     */
    record SaltChanged(Salt salt) implements EngineEvent {}

    /**
     * The offset to the server's clock was corrected.
     *
     * @param offset the server's time minus the local one
     */
    record ClockCorrected(Duration offset) implements EngineEvent {}

    /**
     * Another session took the place of the one before.
     *
     * @param session its id
     */
    record SessionRenewed(SessionId session) implements EngineEvent {}

    /**
     * A message was refused.
     *
     * @param check the rule that it broke
     */
    record Discarded(Check check) implements EngineEvent {}

    /**
     * The connection cannot be trusted any more and has to be closed.
     *
     * @param check the rule that was broken
     */
    record CloseConnection(Check check) implements EngineEvent {}

    /** The connection is silent or has lost something: close it and open another one. */
    record ReconnectWanted() implements EngineEvent {}

    /**
     * A ping was answered.
     *
     * @param pingId its number
     * @param roundTripMillis how long it took
     */
    record Pong(long pingId, long roundTripMillis) implements EngineEvent {}

    /**
     * The answer to {@link SessionEngine#destroySession}.
     *
     * @param session the session
     * @param existed whether the server knew it
     */
    record SessionDestroyed(SessionId session, boolean existed) implements EngineEvent {}

    /**
     * The answer to {@link SessionEngine#destroyAuthKey}.
     *
     * @param answer what the server said
     */
    record KeyDestroyed(DestroyAuthKeyRes answer) implements EngineEvent {}
}
