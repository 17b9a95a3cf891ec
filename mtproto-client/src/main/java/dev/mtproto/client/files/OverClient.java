package dev.mtproto.client.files;

import dev.mtproto.client.CallOptions;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.tl.TlFunction;
import java.util.concurrent.CompletableFuture;

/**
 * Makes calls over a client. A part may be sent or fetched twice.
 *
 * @param client makes the calls
 */
record OverClient(MtprotoClient client) implements Caller {

    private static final CallOptions TWICE = CallOptions.DEFAULT.asRepeatable();

    @Override
    public <R> CompletableFuture<R> invoke(TlFunction<R> function) {
        return client.invoke(function, TWICE);
    }
}
