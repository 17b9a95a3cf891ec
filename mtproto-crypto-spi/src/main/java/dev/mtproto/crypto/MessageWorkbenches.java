package dev.mtproto.crypto;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The workbenches of a provider, lent for one message at a time: what JCA objects weigh, some 9 KB, is paid per thread at work
 * and not per session at rest. Safe for use by several threads; a thread that finds none makes one.
 */
final class MessageWorkbenches {

    private static final Map<Crypto, WeakReference<MessageWorkbenches>> ALL = new WeakHashMap<>();

    /** Places per processor: threads choose theirs by their number, so that two rarely want the same one. */
    private static final int PLACES_PER_PROCESSOR = 4;
    /** Array elements between two places: a line of the cache, so that threads do not slow each other. */
    private static final int STRIDE = 16;

    private final Crypto crypto;
    private final AtomicReferenceArray<@Nullable MessageWorkbench> places;
    private final int mask;

    private MessageWorkbenches(Crypto crypto) {
        this.crypto = crypto;
        int wanted = PLACES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        int count = Integer.highestOneBit(2 * wanted - 1);
        this.places = new AtomicReferenceArray<>(count * STRIDE);
        this.mask = count - 1;
    }

    /** Returns the workbenches of a provider; they live as long as somebody holds them. */
    static MessageWorkbenches of(Crypto crypto) {
        synchronized (ALL) {
            WeakReference<MessageWorkbenches> known = ALL.get(crypto);
            MessageWorkbenches found = known == null ? null : known.get();
            if (found == null) {
                found = new MessageWorkbenches(crypto);
                ALL.put(crypto, new WeakReference<>(found));
            }
            return found;
        }
    }

    /** Lends a workbench. One that is not given back, after a failure, is forgotten. */
    MessageWorkbench take() {
        MessageWorkbench bench = places.getAndSet(place(), null);
        return bench != null ? bench : new MessageWorkbench(crypto);
    }

    void giveBack(MessageWorkbench bench) {
        places.setRelease(place(), bench);
    }

    private int place() {
        return ((int) Thread.currentThread().getId() & mask) * STRIDE;
    }
}
