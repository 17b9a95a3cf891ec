package dev.mtproto.session.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Things that all wait for the same time, in the order in which they began; each is put in and taken out in constant time. */
final class DelayLine<T> {

    private final long delay;
    private final Map<T, Long> due = new LinkedHashMap<>(4);

    DelayLine(long delay) {
        this.delay = delay;
    }

    void add(T thing, long now) {
        due.remove(thing);
        due.put(thing, now + delay);
    }

    void remove(T thing) {
        due.remove(thing);
    }

    OptionalLong next() {
        Iterator<Long> times = due.values().iterator();
        return times.hasNext() ? OptionalLong.of(times.next()) : OptionalLong.empty();
    }

    /** Takes out the first thing whose time has come; null if there is none. */
    @Nullable
    T take(long now) {
        Iterator<Map.Entry<T, Long>> entries = due.entrySet().iterator();
        if (!entries.hasNext()) {
            return null;
        }
        Map.Entry<T, Long> first = entries.next();
        if (first.getValue() > now) {
            return null;
        }
        entries.remove();
        return first.getKey();
    }
}
