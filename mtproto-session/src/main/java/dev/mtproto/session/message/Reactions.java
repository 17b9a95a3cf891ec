package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;

/** The reactions that carry no value of a message. */
final class Reactions {

    static final Reaction DISCARD = new Reaction.Discard();
    static final Reaction CLOSE = new Reaction.Close();

    private static final Reaction NOT_FOUND = new Reaction.CloseWith(PacketOpener.UNREADABLE);
    private static final Reaction INVALID_CONTAINER = new Reaction.Notify(BadMsgCode.CONTAINER);
    private static final Reaction BROKEN_QUERY = new Reaction.RpcError(400, "INPUT_FETCH_ERROR");

    private Reactions() {}

    /** The one reaction to every packet that cannot be read, whatever is wrong with it. */
    static Reaction unreadable(Role role) {
        return role == Role.CLIENT ? CLOSE : NOT_FOUND;
    }

    /** The reaction to a container, or a list of ids, that cannot be taken apart. */
    static Reaction brokenEnvelope(Role role) {
        return role == Role.CLIENT ? CLOSE : INVALID_CONTAINER;
    }

    /** The reaction to a body that is no object. */
    static Reaction brokenBody(Role role) {
        return role == Role.CLIENT ? CLOSE : BROKEN_QUERY;
    }

    /** The reaction to a body that is no object of the type it says. */
    static Reaction brokenBody(Role role, Check fault, int type) {
        boolean query = !MessageTypes.isFree(type) || MessageTypes.isServiceQuery(type);
        return fault == Check.M13 && query ? brokenBody(role) : brokenEnvelope(role);
    }
}
