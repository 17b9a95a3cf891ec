package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.Int128;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exchanges of a server by nonce, for all of its connections: bounded in number and in age. */
final class ExchangeTable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final int capacity;
    private final Map<Int128, PendingExchange> exchanges = new LinkedHashMap<>();

    ExchangeTable(InstantSource clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Returns the exchange of a nonce; null if there is none or it is too old. */
    @Enforces(Check.S12)
    @Nullable
    PendingExchange find(Int128 nonce) {
        PendingExchange found;
        synchronized (exchanges) {
            found = exchanges.get(nonce);
        }
        if (found == null || !isOver(found, clock.instant())) {
            return found;
        }
        remove(found);
        return null;
    }

    /** Adds an exchange, in place of one with the same nonce, and makes room. */
    void add(PendingExchange exchange) {
        List<PendingExchange> dropped = new ArrayList<>();
        synchronized (exchanges) {
            PendingExchange replaced = exchanges.remove(exchange.nonce);
            if (replaced != null) {
                dropped.add(replaced);
            }
            Instant now = clock.instant();
            Iterator<PendingExchange> oldest = exchanges.values().iterator();
            while (oldest.hasNext()) {
                PendingExchange candidate = oldest.next();
                if (exchanges.size() < capacity && !isOver(candidate, now)) {
                    break;
                }
                oldest.remove();
                dropped.add(candidate);
            }
            exchanges.put(exchange.nonce, exchange);
        }
        dropped.forEach(ExchangeTable::end);
    }

    void remove(PendingExchange exchange) {
        synchronized (exchanges) {
            exchanges.remove(exchange.nonce, exchange);
        }
        end(exchange);
    }

    int size() {
        synchronized (exchanges) {
            return exchanges.size();
        }
    }

    private static void end(PendingExchange exchange) {
        synchronized (exchange) {
            exchange.end();
        }
    }

    private static boolean isOver(PendingExchange exchange, Instant now) {
        return now.isAfter(exchange.startedAt.plus(LIFE));
    }
}
