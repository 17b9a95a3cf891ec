package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.RpcResult;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Takes packets apart: containers, copies and gzip, down to single messages. An id is remembered only when its message is
 * taken, or refused for good by an answer to the query: whoever corrects a fault may send it again.
 */
final class Inbox {

    /** A packet, the message of a container in it, the message of a copy in that, what gzip holds there. */
    private static final int DEPTH = 4;

    private final Role role;
    private final ReplayFilter seen;
    private final Admission admission;
    private final EnvelopeReader envelopes;
    private final int mostUnpacked;
    private final @Nullable Part[] parts = new Part[DEPTH];
    private int depth;
    /** Borrowed for the packet that holds gzip. */
    private @Nullable GzipReader gzip;

    Inbox(Role role, ReplayFilter seen, Admission admission, SessionLimits limits) {
        this.role = role;
        this.seen = seen;
        this.admission = admission;
        this.envelopes = new EnvelopeReader(role, limits.containerMessages());
        this.mostUnpacked = limits.gzipOutput();
    }

    void receive(PacketOpener packet, long sessionId, MessageHandler handler) {
        if (!admission.belongs(packet, sessionId, handler)) {
            return;
        }
        depth = 0;
        try {
            receive(packet, handler);
        } finally {
            release();
        }
    }

    private void receive(PacketOpener packet, MessageHandler handler) {
        Part part = part(0).message(packet.msgId(), packet.seqNo(), 0)
                .body(packet.array(), packet.bodyOffset(), packet.bodyLength());
        if (reusesContainerId(part)) {
            refuse(part, Check.M9, new Reaction.Notify(BadMsgCode.CONTAINER_ID_REUSED), handler);
            return;
        }
        switch (admission.admit(packet, handler)) {
            case TAKEN -> take(part, handler);
            case LATE -> takeLate(part, handler);
            case REFUSED -> {}
        }
    }

    /** Lets go of what belongs to the packet and not to the session. */
    private void release() {
        for (Part part : parts) {
            if (part != null) {
                part.release();
            }
        }
        if (gzip != null) {
            GzipReaders.giveBack(gzip);
            gzip = null;
        }
    }

    private Part part(int level) {
        Part part = parts[level];
        if (part == null) {
            part = new Part();
            parts[level] = part;
        }
        return part;
    }

    private void take(Part part, MessageHandler handler) {
        if (MessageTypes.isEnvelope(part.type())) {
            takeEnvelope(part, handler);
        } else if (isNumbered(orderFault(part), part, handler)) {
            takeSingle(part, handler);
        }
    }

    /** Takes an envelope as a whole, then each message of it for itself. */
    private void takeEnvelope(Part part, MessageHandler handler) {
        if (!envelopes.isWhole(part)) {
            refuse(part, Check.M14, Reactions.brokenEnvelope(role), handler);
            return;
        }
        int fault = SeqNoRules.parityFault(part.type(), part.seqNo());
        if (!isNumbered(fault != 0 ? fault : orderFault(part), part, handler)) {
            return;
        }
        boolean container = MessageTypes.isContainer(part.type());
        seen.remember(part.msgId(), part.seqNo(), container ? mark(part) : 0);
        if (!container) {
            handler.copy(part.msgId(), part.seqNo());
        }
        int end = part.offset() + part.length();
        for (int at = part.offset() + EnvelopeReader.HEAD; at < end; ) {
            Part inner = enter(part, at, container ? Part.CONTAINER : Part.COPY);
            if (admission.isNew(inner.msgId(), inner.seqNo(), handler)) {
                take(inner, handler);
            }
            at = inner.offset() + inner.length();
            depth--;
        }
    }

    private void takeSingle(Part part, MessageHandler handler) {
        if (part.type() != GzipPacked.ID) {
            deliver(part, handler);
            return;
        }
        Part content = unpacked(part);
        if (content == null) {
            seen.remember(part.msgId(), part.seqNo(), 0);
            refuse(part, Check.M15, Reactions.brokenBody(role), handler);
        } else if (MessageTypes.isContainer(content.type())) {
            takeEnvelope(content, handler);
            depth--;
        } else {
            deliver(content, handler);
            depth--;
        }
    }

    /** Returns what a gzip_packed holds, one level deeper; null if it is broken or may not stand there. */
    @Enforces(Check.M15)
    private @Nullable Part unpacked(Part part) {
        if (part.isWithin(Part.GZIP)) {
            return null;
        }
        GzipReader reader = gzip;
        if (reader == null) {
            reader = GzipReaders.take(mostUnpacked);
            gzip = reader;
        }
        int size = reader.unpack(part.array(), part.offset(), part.length());
        if (size < 4 || size % 4 != 0) {
            return null;
        }
        int type = WireBytes.getInt(reader.output(), 0);
        boolean envelope = MessageTypes.isContainer(type) || type == RpcResult.ID;
        if (type == GzipPacked.ID || MessageTypes.isCopy(type) || (envelope && role == Role.SERVER)) {
            return null;
        }
        return part(++depth)
                .message(part.msgId(), part.seqNo(), part.within() | Part.GZIP)
                .body(reader.output(), 0, size);
    }

    /** Hands a body out, if it is whole and its seq_no says the right thing about it. */
    @Enforces(Check.M13)
    private void deliver(Part part, MessageHandler handler) {
        int type = part.type();
        if (!isNumbered(SeqNoRules.parityFault(type, part.seqNo()), part, handler)) {
            return;
        }
        Check fault = part.hasType() ? ServiceShape.fault(type, part.array(), part.offset(), part.length()) : Check.M13;
        Reaction reaction = fault == null ? Reactions.DISCARD : Reactions.brokenBody(role, fault, type);
        if (fault == null || reaction instanceof Reaction.RpcError) {
            seen.remember(part.msgId(), part.seqNo(), 0);
        }
        if (fault == null) {
            handler.message(part.msgId(), part.seqNo(), part.array(), part.offset(), part.length());
        } else {
            refuse(part, fault, reaction, handler);
        }
    }

    /** Takes from a packet out of time what may set the clock right, alone or in a container, and discards the rest. */
    @Enforces(Check.M10)
    private void takeLate(Part part, MessageHandler handler) {
        if (MessageTypes.isTimeless(part.type())) {
            deliver(part, handler);
            return;
        }
        refuse(part, Check.M10, Reactions.DISCARD, handler);
        if (MessageTypes.isContainer(part.type()) && envelopes.isWhole(part)) {
            int end = part.offset() + part.length();
            for (int at = part.offset() + EnvelopeReader.HEAD; at < end; ) {
                Part inner = enter(part, at, Part.CONTAINER);
                if (MessageTypes.isTimeless(inner.type()) && admission.isNew(inner.msgId(), inner.seqNo(), handler)) {
                    deliver(inner, handler);
                }
                at = inner.offset() + inner.length();
                depth--;
            }
        }
    }

    private Part enter(Part outer, int at, int envelope) {
        byte[] array = outer.array();
        return part(++depth)
                .message(WireBytes.getLong(array, at), WireBytes.getInt(array, at + 8), outer.within() | envelope)
                .body(array, at + EnvelopeReader.MESSAGE_HEAD, WireBytes.getInt(array, at + 12));
    }

    /** Only a server looks at seq_no. */
    @Enforces(Check.M12)
    private boolean isNumbered(int fault, Part part, MessageHandler handler) {
        if (role == Role.CLIENT || fault == 0) {
            return true;
        }
        refuse(part, Check.M12, new Reaction.Notify(fault), handler);
        return false;
    }

    /** A repeated container is a duplicate; one with another content shows that the sender is confused. */
    @Enforces(Check.M9)
    private boolean reusesContainerId(Part part) {
        return role == Role.SERVER
                && MessageTypes.isContainer(part.type())
                && seen.check(part.msgId()) == ReplayFilter.Verdict.KNOWN
                && seen.content(part.msgId()) != mark(part);
    }

    private int orderFault(Part part) {
        return role == Role.CLIENT ? 0 : SeqNoRules.orderFault(seen, part.msgId(), part.seqNo());
    }

    /** What tells a container from another one; only a server compares. */
    private long mark(Part part) {
        if (role == Role.CLIENT) {
            return 0;
        }
        CRC32 crc = new CRC32();
        crc.update(part.array(), part.offset(), part.length());
        return (long) part.length() << 32 | crc.getValue();
    }

    private static void refuse(Part part, Check check, Reaction reaction, MessageHandler handler) {
        handler.refused(new Refusal(check, reaction, part.msgId(), part.seqNo()));
    }
}
