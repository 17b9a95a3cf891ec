package dev.mtproto.testkit;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.SessionId;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.Carrier;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Something that happened in an embedded data centre. Never holds a secret or the content of a message. */
public sealed interface DataCenterEvent {

    /** Returns the number of the connection, counted from 1. */
    long connection();

    /**
     * A client connected, and it is known what it speaks.
     *
     * @param connection the number of the connection
     * @param peer the client's address
     * @param framing how packets are framed; empty over HTTP
     * @param carrier what carries them
     */
    record Connected(long connection, InetSocketAddress peer, Optional<Framing> framing, Carrier carrier)
            implements DataCenterEvent {}

    /**
     * A connection was closed before it said anything of use.
     *
     * @param connection the number of the connection
     * @param reason why, in words
     */
    record Rejected(long connection, String reason) implements DataCenterEvent {}

    /**
     * A key exchange ended with a key.
     *
     * @param connection the number of the connection
     * @param key the id of the key
     * @param temporary whether it is a temporary one
     */
    record KeyCreated(long connection, AuthKeyId key, boolean temporary) implements DataCenterEvent {}

    /**
     * A packet or message broke a rule.
     *
     * @param connection the number of the connection
     * @param check the rule
     * @param reaction what followed, in words
     */
    record Refused(long connection, Check check, String reaction) implements DataCenterEvent {}

    /**
     * A query was answered.
     *
     * @param connection the number of the connection
     * @param key the id of the key
     * @param session the session
     * @param method the TL name of the function, without its wrappers
     * @param result the TL name of the result, or the error
     * @param length the length of the result as it was sent, in bytes
     */
    record Answered(long connection, AuthKeyId key, SessionId session, String method, String result, int length)
            implements DataCenterEvent {}

    /**
     * A connection ended.
     *
     * @param connection the number of the connection
     * @param reason why, in words
     */
    record Closed(long connection, String reason) implements DataCenterEvent {}
}
