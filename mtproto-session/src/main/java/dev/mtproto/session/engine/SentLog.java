package dev.mtproto.session.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this side sent in one session, by msg_id: copies of requests until these end, the rest while it is recent. */
final class SentLog {

    private static final int MOST_SERVICES = 256;
    private static final int MOST_CONTAINERS = 1024;
    /** A message that is so much older than another one is refused by nobody any more, in units of a msg_id: 300 s. */
    private static final long RECENT = 300L << 32;

    /** In the order in which they went out last. */
    private final Map<Long, Copy> copies = new LinkedHashMap<>(4);

    private final Map<Long, Service> services = new BoundedMap<>(MOST_SERVICES);
    /** The ids of what went out in a container: what has ended since is not kept for it. */
    private final Map<Long, long[]> containers = new BoundedMap<>(MOST_CONTAINERS);

    /** Notes a message that went out in a packet of its own. */
    void add(long msgId, Sent sent) {
        if (sent instanceof Copy copy) {
            copies.remove(msgId);
            copies.put(msgId, copy);
        } else if (sent instanceof Service service) {
            services.put(msgId, service);
            forgetOld(services, msgId);
        }
    }

    /** Notes a container and what is in it. */
    void addContainer(long msgId, long[] ids) {
        containers.put(msgId, ids);
        forgetOld(containers, msgId);
    }

    void remove(Copy copy) {
        copies.remove(copy.msgId());
    }

    void remove(long serviceId) {
        services.remove(serviceId);
    }

    @Nullable
    Copy copy(long msgId) {
        return copies.get(msgId);
    }

    @Nullable
    Service service(long msgId) {
        return services.get(msgId);
    }

    /** Tells whether an id is that of a container that was sent recently. */
    boolean isContainer(long msgId) {
        return containers.containsKey(msgId);
    }

    /** Tells whether a message or container of this id was sent recently. */
    boolean knows(long msgId) {
        return copies.containsKey(msgId) || services.containsKey(msgId) || containers.containsKey(msgId);
    }

    /** Returns the messages that went out last in the packet of an id. What went out again since has its own fate. */
    List<Sent> in(long packetId) {
        List<Sent> in = new ArrayList<>();
        for (long id : containers.getOrDefault(packetId, new long[] {packetId})) {
            Sent sent = single(id);
            if (sent != null && sent.carrier() == packetId) {
                in.add(sent);
            }
        }
        return in;
    }

    /** Returns the message of an id, or the messages that went out last in the container of that id. */
    List<Sent> under(long msgId) {
        Sent single = single(msgId);
        return single == null ? in(msgId) : List.of(single);
    }

    private @Nullable Sent single(long msgId) {
        Copy copy = copies.get(msgId);
        return copy == null ? services.get(msgId) : copy;
    }

    private static void forgetOld(Map<Long, ?> sent, long newest) {
        Iterator<Long> ids = sent.keySet().iterator();
        while (ids.hasNext() && newest - ids.next() > RECENT) {
            ids.remove();
        }
    }

    /** Returns the awaited copies whose packet has a lower id than the given one. */
    List<Copy> awaitedBelow(long packetId) {
        List<Copy> below = new ArrayList<>();
        for (Copy copy : copies.values()) {
            if (Long.compareUnsigned(copy.carrier(), packetId) >= 0) {
                break;
            }
            if (copy.isAwaited()) {
                below.add(copy);
            }
        }
        return below;
    }

    /** Returns all awaited copies. */
    List<Copy> awaited() {
        return awaitedBelow(-1L);
    }
}
