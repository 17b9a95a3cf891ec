package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;

/**
 * The checks of a packet's header, once its msg_key is right: session, repeat, parity, time, salt, in the order that each side
 * follows.
 *
 * @see <a href="https://core.telegram.org/mtproto/security_guidelines">Security guidelines for client developers</a>
 */
final class Admission {

    /** How a packet stands after the checks. */
    enum Result {
        /** All are passed. */
        TAKEN,
        /** The handler has been told why not. */
        REFUSED,
        /** It is out of time; only what may set the clock right is taken from it. */
        LATE
    }

    private final Role role;
    private final SessionClock clock;
    private final ReplayFilter seen;
    private final ReplacedSessions replaced;
    private final SaltCheck salts;

    Admission(Role role, SessionClock clock, ReplayFilter seen, ReplacedSessions replaced, SaltCheck salts) {
        this.role = role;
        this.clock = clock;
        this.seen = seen;
        this.replaced = replaced;
        this.salts = salts;
    }

    /** Tells whether a packet is one of the session. A server routes by session: to it another one is no fault of the peer. */
    @Enforces(Check.M7)
    boolean belongs(PacketOpener packet, long sessionId, MessageHandler handler) {
        if (packet.sessionId() == sessionId) {
            return true;
        }
        boolean harmless = role == Role.SERVER || replaced.contains(packet.sessionId(), clock.localMillis());
        Reaction reaction = harmless ? Reactions.DISCARD : Reactions.CLOSE;
        handler.refused(new Refusal(Check.M7, reaction, packet.msgId(), packet.seqNo()));
        return false;
    }

    Result admit(PacketOpener packet, MessageHandler handler) {
        long msgId = packet.msgId();
        int seqNo = packet.seqNo();
        if (role == Role.SERVER) {
            boolean admitted = isNew(msgId, seqNo, handler)
                    && hasParity(msgId, seqNo, handler)
                    && isInTime(msgId, seqNo, handler)
                    && hasSalt(packet, handler);
            return admitted ? Result.TAKEN : Result.REFUSED;
        }
        if (!hasParity(msgId, seqNo, handler) || !isNew(msgId, seqNo, handler)) {
            return Result.REFUSED;
        }
        if (TimeWindow.fault(clock, msgId) != 0) {
            return Result.LATE;
        }
        clock.observe(msgId);
        return Result.TAKEN;
    }

    /** Tells whether an id was not seen yet; if it was, the handler learns. */
    @Enforces(Check.M9)
    boolean isNew(long msgId, int seqNo, MessageHandler handler) {
        ReplayFilter.Verdict verdict = seen.check(msgId);
        if (verdict == ReplayFilter.Verdict.KNOWN) {
            handler.duplicate(msgId, seqNo);
        } else if (verdict == ReplayFilter.Verdict.TOO_OLD) {
            Reaction reaction = byRole(Reactions.DISCARD, BadMsgCode.TOO_OLD);
            handler.refused(new Refusal(Check.M9, reaction, msgId, seqNo));
        }
        return verdict == ReplayFilter.Verdict.NEW;
    }

    private boolean hasParity(long msgId, int seqNo, MessageHandler handler) {
        boolean right = Parity.fits(role.peer(), msgId);
        if (!right) {
            Reaction reaction = byRole(Reactions.CLOSE, BadMsgCode.ID_PARITY);
            handler.refused(new Refusal(Check.M8, reaction, msgId, seqNo));
        }
        return right;
    }

    private boolean isInTime(long msgId, int seqNo, MessageHandler handler) {
        int fault = TimeWindow.fault(clock, msgId);
        if (fault != 0) {
            handler.refused(new Refusal(Check.M10, new Reaction.Notify(fault), msgId, seqNo));
        }
        return fault == 0;
    }

    @Enforces(Check.M11)
    private boolean hasSalt(PacketOpener packet, MessageHandler handler) {
        boolean right = salts.accepts(packet.salt());
        if (!right) {
            Reaction reaction = new Reaction.NewSalt(salts.current());
            handler.refused(new Refusal(Check.M11, reaction, packet.msgId(), packet.seqNo()));
        }
        return right;
    }

    private Reaction byRole(Reaction client, int serverCode) {
        return role == Role.CLIENT ? client : new Reaction.Notify(serverCode);
    }
}
