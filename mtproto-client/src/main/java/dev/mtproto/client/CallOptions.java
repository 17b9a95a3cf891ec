package dev.mtproto.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How a call is to be treated. Immutable; {@link #DEFAULT} is what {@link MtprotoClient#invoke(dev.mtproto.tl.TlFunction)} takes.
 *
 * @param timeout the longest wait for the answer; empty for the client's usual one, zero for no limit
 * @param repeatable whether the server may run the function twice: the call is then sent again where nobody can tell whether
 *     it ran, instead of failing
 * @param after calls of the same client that must have succeeded before the server runs this one ({@code invokeAfterMsg})
 * @param received run on the client's executor when the transport says that the server has the packet, before there is an
 *     answer; never where the framing has no quick acknowledgements
 */
public record CallOptions(
        Optional<Duration> timeout,
        boolean repeatable,
        List<? extends CompletableFuture<?>> after,
        Optional<Runnable> received) {

    /** The usual time-out, run once, after nothing. */
    public static final CallOptions DEFAULT = new CallOptions(Optional.empty(), false, List.of(), Optional.empty());

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the time-out is negative
     */
    public CallOptions {
        after = List.copyOf(after);
        if (timeout.isPresent() && timeout.get().isNegative()) {
            throw new IllegalArgumentException("a time-out cannot be negative, as " + timeout.get() + " is");
        }
    }

    /** Returns the same with a time-out; zero for none. */
    public CallOptions withTimeout(Duration longest) {
        return new CallOptions(Optional.of(longest), repeatable, after, received);
    }

    /** Returns the same for a function that the server may run twice. */
    public CallOptions asRepeatable() {
        return new CallOptions(timeout, true, after, received);
    }

    /** Returns the same, to run after other calls of the client have succeeded. */
    public CallOptions after(CompletableFuture<?>... calls) {
        return new CallOptions(timeout, repeatable, List.of(calls), received);
    }

    /** Returns the same, with something to run when the server has the packet. */
    public CallOptions onReceived(Runnable action) {
        return new CallOptions(timeout, repeatable, after, Optional.of(Objects.requireNonNull(action, "action")));
    }
}
