package dev.mtproto.session.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this side sent in one session, by msg_id: copies of requests until these end, the rest while it is recent. */
final class SentLog {

    private static final int MOST_SERVICES = 256;
    private static final int MOST_CONTAINERS = 1024;

    /** In the order in which they went out last. */
    private final Map<Long, Copy> copies = new LinkedHashMap<>(4);

    private final Map<Long, Service> services = new BoundedMap<>(MOST_SERVICES);
    private final Map<Long, List<Sent>> containers = new BoundedMap<>(MOST_CONTAINERS);

    /** Notes a message that went out in a packet of its own. */
    void add(long msgId, Sent sent) {
        if (sent instanceof Copy copy) {
            copies.remove(msgId);
            copies.put(msgId, copy);
        } else if (sent instanceof Service service) {
            services.put(msgId, service);
        }
    }

    /** Notes a container and what is in it. */
    void addContainer(long msgId, List<Sent> parts) {
        containers.put(msgId, parts);
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
        for (Sent sent : named(packetId)) {
            if (sent.carrier() == packetId) {
                in.add(sent);
            }
        }
        return in;
    }

    /** Returns the message of an id, or the messages that went out last in the container of that id. */
    List<Sent> under(long msgId) {
        return isContainer(msgId) ? in(msgId) : named(msgId);
    }

    private List<Sent> named(long msgId) {
        Copy copy = copies.get(msgId);
        if (copy != null) {
            return List.of(copy);
        }
        Service service = services.get(msgId);
        return service != null ? List.of(service) : containers.getOrDefault(msgId, List.of());
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
