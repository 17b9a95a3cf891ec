package dev.mtproto.client;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.SessionId;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;

/** What happens in the life of a client, for people and programs that look on. Nothing in it is secret. */
public sealed interface ClientEvent {

    /**
     * A connection was opened.
     *
     * @param transport what is spoken
     * @param peer the server, or the proxy in front of it
     */
    record Connected(Transport transport, InetSocketAddress peer) implements ClientEvent {}

    /**
     * A connection was lost, or could not be opened; another attempt follows.
     *
     * @param cause why
     * @param retryAfter the wait before the next attempt
     */
    record Disconnected(MtprotoException cause, Duration retryAfter) implements ClientEvent {}

    /**
     * A key exchange succeeded.
     *
     * @param key the id of the new key
     * @param temporary whether it is a temporary one
     * @param took how long it took
     */
    record KeyCreated(AuthKeyId key, boolean temporary, Duration took) implements ClientEvent {}

    /**
     * Calls go out under a key from now on; a server has to be told anew who is calling ({@code initConnection}).
     *
     * @param key its id
     */
    record KeyInUse(AuthKeyId key) implements ClientEvent {}

    /** The server does not know the permanent key any more: what was logged in is logged out. */
    record KeyLost() implements ClientEvent {}

    /** The server's salt changed. */
    record SaltChanged() implements ClientEvent {}

    /**
     * The offset to the server's clock was corrected.
     *
     * @param offset the server's time minus the local one
     */
    record ClockCorrected(Duration offset) implements ClientEvent {}

    /**
     * Another session took the place of the one before.
     *
     * @param session its id
     */
    record SessionRenewed(SessionId session) implements ClientEvent {}

    /**
     * A call goes out again.
     *
     * @param method the name of its function
     * @param times how often by now
     */
    record Resent(String method, int times) implements ClientEvent {}

    /** The server made the session anew: updates may have been lost in between. */
    record UpdateGap() implements ClientEvent {}

    /**
     * Something that was received broke a rule and was not used.
     *
     * @param check the rule
     */
    record Refused(Check check) implements ClientEvent {}

    /**
     * A call ended.
     *
     * @param method the name of its function
     * @param result {@code answered}, {@code refused}, or how far it came without an answer
     * @param requestBytes the length of the query
     * @param resultBytes the length of the answer; 0 without one
     * @param latency from the call to its end
     */
    record CallEnded(String method, String result, int requestBytes, int resultBytes, Duration latency)
            implements ClientEvent {}
}
