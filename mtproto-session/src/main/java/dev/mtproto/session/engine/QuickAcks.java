package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The quick-ack tokens of packets that carry a request whose caller wishes for one.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports#quick-ack">Quick ack</a>
 */
final class QuickAcks {

    private static final int MOST = 256;

    private final Map<Integer, List<Sent>> expected = new BoundedMap<>(MOST);
    private final Queue<EngineEvent> events;
    private boolean wanted;

    QuickAcks(Queue<EngineEvent> events) {
        this.events = events;
    }

    void expect(int token, List<? extends Sent> parts) {
        wanted = parts.stream().anyMatch(QuickAcks::wishes);
        if (wanted) {
            expected.put(token, List.copyOf(parts));
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
        List<Sent> parts = expected.remove(token);
        if (parts == null) {
            events.add(new EngineEvent.Discarded(Check.T7));
            return;
        }
        for (Sent part : parts) {
            if (wishes(part) && part instanceof Copy copy && copy.isAwaited()) {
                events.add(new EngineEvent.QuickAcked(copy.request.id));
            }
        }
    }

    /** A token belongs to its connection. */
    void clear() {
        expected.clear();
    }

    private static boolean wishes(Sent part) {
        return part instanceof Copy copy && copy.request.request.wantsQuickAck();
    }
}
