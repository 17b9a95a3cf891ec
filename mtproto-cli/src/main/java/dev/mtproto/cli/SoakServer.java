package dev.mtproto.cli;

import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts which calls of which client ran, and which ran again: within the life of a server, which must not be, or after it
 * restarted and forgot what it had, upon which the protocol has clients send again what has no answer. Safe for use by several
 * threads.
 */
final class SoakServer implements RpcHandler {

    /** What began before a restart may end so long after it, in nanoseconds. */
    private static final long OVERLAP = 2_000_000_000;

    private final Map<Long, Map<Integer, Long>> lastRuns = new HashMap<>();
    private final Map<Long, BitSet> ran = new HashMap<>();
    private long restartedAt = System.nanoTime() - 2 * OVERLAP;
    private long twice;
    private long rerun;

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        if (!(call.function() instanceof UploadSaveFilePart part)) {
            return Optional.empty();
        }
        note(part.fileId(), part.filePart(), System.nanoTime());
        return Optional.of(RpcReply.of(true));
    }

    private synchronized void note(long client, int number, long now) {
        ran.computeIfAbsent(client, none -> new BitSet()).set(number);
        Long before = lastRuns.computeIfAbsent(client, none -> new HashMap<>()).put(number, now);
        if (before != null && before - restartedAt < OVERLAP) {
            rerun++;
        } else if (before != null) {
            twice++;
        }
    }

    /** Notes that the server is about to forget all sessions. */
    synchronized void restarts() {
        restartedAt = System.nanoTime();
    }

    synchronized BitSet ran(long client) {
        return (BitSet) ran.getOrDefault(client, new BitSet()).clone();
    }

    synchronized long twice() {
        return twice;
    }

    synchronized long rerun() {
        return rerun;
    }
}
