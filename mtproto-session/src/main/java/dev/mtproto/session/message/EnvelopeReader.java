package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.tl.schema.Message;

/**
 * Holds a {@code msg_container} or {@code msg_copy} against its shape, before any message of it is used.
 *
 * <p>Each inner message is msg_id(8), seq_no(4), length(4), body.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#containers">Containers</a>
 */
@Enforces({Check.M14, Check.D2})
final class EnvelopeReader {

    /** Bytes in front of the first inner message: the id, then a count or the id of the message. */
    static final int HEAD = 8;
    /** Bytes in front of an inner body. */
    static final int MESSAGE_HEAD = 16;

    private final Role role;
    private final int most;

    EnvelopeReader(Role role, int most) {
        this.role = role;
        this.most = most;
    }

    /** Tells whether a part is a container or copy that can be taken apart, at a place where one may stand. */
    boolean isWhole(Part part) {
        if (part.length() < HEAD || part.isWithin(Part.COPY)) {
            return false;
        }
        int second = WireBytes.getInt(part.array(), part.offset() + 4);
        if (MessageTypes.isContainer(part.type())) {
            return !part.isWithin(Part.CONTAINER) && second >= 0 && second <= most && holds(part, second);
        }
        return !part.isWithin(Part.GZIP) && second == Message.ID && holds(part, 1);
    }

    private boolean holds(Part part, int count) {
        int at = part.offset() + HEAD;
        int end = part.offset() + part.length();
        for (int i = 0; i < count; i++) {
            if (!isMessage(part, at, end - at)) {
                return false;
            }
            at += MESSAGE_HEAD + WireBytes.getInt(part.array(), at + 12);
        }
        return at == end;
    }

    private boolean isMessage(Part outer, int at, int left) {
        if (left < MESSAGE_HEAD + 4) {
            return false;
        }
        byte[] array = outer.array();
        long id = WireBytes.getLong(array, at);
        int length = WireBytes.getInt(array, at + 12);
        return length >= 4
                && length % 4 == 0
                && length <= left - MESSAGE_HEAD
                && Long.compareUnsigned(id, outer.msgId()) < 0
                && Parity.fits(role.peer(), id)
                && !MessageTypes.isContainer(WireBytes.getInt(array, at + MESSAGE_HEAD));
    }
}
