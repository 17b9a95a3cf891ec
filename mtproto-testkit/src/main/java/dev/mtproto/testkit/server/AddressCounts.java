package dev.mtproto.testkit.server;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** How many connections each address has. Safe for use by several threads. */
final class AddressCounts {

    private final Map<InetAddress, Integer> counts = new HashMap<>();

    /** Counts one more; returns how many there are with it. */
    synchronized int add(InetAddress address) {
        return counts.merge(address, 1, Integer::sum);
    }

    synchronized void remove(InetAddress address) {
        counts.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
