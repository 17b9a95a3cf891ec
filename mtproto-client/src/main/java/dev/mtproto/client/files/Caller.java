package dev.mtproto.client.files;

import dev.mtproto.tl.TlFunction;
import java.util.concurrent.CompletableFuture;

/** Invokes functions, as a client does. */
interface Caller {

    <R> CompletableFuture<R> invoke(TlFunction<R> function);

    /** Tells whether every further call would fail. */
    boolean isClosed();
}
