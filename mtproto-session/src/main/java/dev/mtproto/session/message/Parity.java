package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;

/** The lowest bits of a msg_id show who made it: 0 mod 4 a client, odd a server. */
final class Parity {

    private Parity() {}

    @Enforces(Check.M8)
    static boolean fits(Role sender, long msgId) {
        return sender == Role.CLIENT ? (msgId & 3) == 0 : (msgId & 1) == 1;
    }
}
