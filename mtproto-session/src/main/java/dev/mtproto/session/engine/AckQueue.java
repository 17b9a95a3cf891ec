package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.MsgsAck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The ids of received messages that have to be acknowledged. They go out with whatever goes out next; alone when there are
 * many, when they stand for many bytes, or when the first has waited long enough.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages#acknowledgment-of-receipt">Acknowledgment of
 *     receipt</a>
 */
@Enforces(Check.D1)
final class AckQueue {

    /** More than this many are not kept waiting. */
    static final int ENOUGH = 16;
    /** Messages of so many bytes together are not kept waiting. */
    static final int ENOUGH_BYTES = 1 << 18;
    /** The most ids in one message; what is beyond is forgotten: the sender will repeat itself. */
    static final int MOST = 8192;

    private final long delay;
    private long[] ids = {};
    private int count;
    private long bytes;
    private long due;
    private boolean urgent;

    AckQueue(long delay) {
        this.delay = delay;
    }

    void add(long msgId, int length, long now) {
        if (count == MOST) {
            return;
        }
        if (count == 0) {
            due = now + delay;
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, Math.max(4, 2 * count));
        }
        ids[count++] = msgId;
        bytes += length;
    }

    /** Takes the id of a repeated message: its sender misses the acknowledgement, so it goes at once. */
    void addAgain(long msgId, long now) {
        add(msgId, 0, now);
        urgent = true;
    }

    /** Makes them due at once. */
    void hurry() {
        urgent = count > 0;
    }

    /** Drops an id that is acknowledged in another way. */
    void remove(long msgId) {
        for (int i = count - 1; i >= 0; i--) {
            if (ids[i] == msgId) {
                count--;
                System.arraycopy(ids, i + 1, ids, i, count - i);
                break;
            }
        }
        if (count == 0) {
            clear();
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isDue(long now) {
        return count > 0 && (urgent || count > ENOUGH || bytes >= ENOUGH_BYTES || now >= due);
    }

    /** Returns when they are due; empty if there is none. */
    OptionalLong due(long now) {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(isDue(now) ? now : due);
    }

    /** Makes the message, and empties the queue; null if there is nothing to acknowledge. */
    @Nullable
    Service take() {
        if (count == 0) {
            return null;
        }
        List<Long> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(ids[i]);
        }
        Service service = new Service(new MsgsAck(list), Service.Acks.ACKS);
        clear();
        return service;
    }

    private void clear() {
        count = 0;
        bytes = 0;
        urgent = false;
        if (ids.length > 64) {
            ids = new long[0];
        }
    }
}
