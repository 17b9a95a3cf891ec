package dev.mtproto.transport.faketls;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The hellos that a server has taken, so that none is taken twice: the last 65,536, for two days. One for all connections of
 * a server. Safe for use by several threads.
 */
public final class HelloMemory {

    private static final int MOST = 1 << 16;
    private static final long SECONDS = 2 * 24 * 60 * 60;

    private final int most;
    private final Map<Beginning, Long> taken = new LinkedHashMap<>();

    private record Beginning(long high, long low) {}

    /** Makes an empty memory. */
    public HelloMemory() {
        this(MOST);
    }

    HelloMemory(int most) {
        this.most = most;
    }

    /**
     * Remembers a hello.
     *
     * @param clientRandom its random field; 16 bytes of it are kept
     * @param unixSeconds the time
     * @return whether it is new
     */
    synchronized boolean add(byte[] clientRandom, long unixSeconds) {
        forget(unixSeconds);
        ByteBuffer bytes = ByteBuffer.wrap(clientRandom);
        return taken.putIfAbsent(new Beginning(bytes.getLong(), bytes.getLong()), unixSeconds) == null;
    }

    synchronized int size() {
        return taken.size();
    }

    private void forget(long now) {
        Iterator<Long> oldest = taken.values().iterator();
        while (oldest.hasNext() && (oldest.next() < now - SECONDS || taken.size() >= most)) {
            oldest.remove();
        }
    }
}
