package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The quick-ack tokens of packets that carry a request whose caller wishes for one.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports#quick-ack">Quick ack</a>
 */
final class QuickAcks {

    private static final int MOST = 256;

    /** The requests whose callers wish for it, by token. */
    private @Nullable Map<Integer, List<Copy>> expected;

    private final Queue<EngineEvent> events;
    private boolean wanted;

    QuickAcks(Queue<EngineEvent> events) {
        this.events = events;
    }

    void expect(int token, List<? extends Sent> parts) {
        List<Copy> wishing = new ArrayList<>(0);
        for (Sent part : parts) {
            if (part instanceof Copy copy && copy.request.request.wantsQuickAck()) {
                wishing.add(copy);
            }
        }
        wanted = !wishing.isEmpty();
        if (wanted) {
            Map<Integer, List<Copy>> map = expected == null ? new BoundedMap<>(MOST) : expected;
            map.put(token, wishing);
            expected = map;
        }
    }

    /** Tells whether the transport has to ask for a quick ack of the packet made last. */
    boolean isWanted() {
        return wanted;
    }

    void startPacket() {
        wanted = false;
    }

    /** Takes a token; one that no packet has is not used. */
    @Enforces(Check.T7)
    void received(int token) {
        List<Copy> parts = expected == null ? null : expected.remove(token);
        if (parts == null) {
            events.add(new EngineEvent.Discarded(Check.T7));
            return;
        }
        for (Copy copy : parts) {
            if (copy.isAwaited()) {
                events.add(new EngineEvent.QuickAcked(copy.request.id));
            }
        }
    }

    /** A token belongs to its connection. */
    void clear() {
        expected = null;
    }
}
