package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Salt;

/** What a server does with a packet of a key exchange. */
public sealed interface ServerReply {

    /** The packet to send is in {@code out}. */
    record Answer() implements ServerReply {}

    /**
     * A key was made; the packet to send is in {@code out}.
     *
     * @param key the key, which the registry holds
     * @param firstSalt the salt that the client starts with
     */
    record KeyCreated(AuthKey key, Salt firstSalt) implements ServerReply {}

    /**
     * Nothing but the transport error is sent, then the connection is closed.
     *
     * @param check the rule that was broken; not for the peer
     * @param transportError the code to send, -404 or -444
     */
    record Refused(Check check, int transportError) implements ServerReply {}
}
