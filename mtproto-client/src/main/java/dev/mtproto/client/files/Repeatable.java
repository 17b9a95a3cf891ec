package dev.mtproto.client.files;

import dev.mtproto.client.CallOptions;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.tl.TlFunction;
import java.util.concurrent.CompletableFuture;

/** Makes calls by a client which the server may run twice. */
record Repeatable(MtprotoClient client) implements Caller {

    private static final CallOptions OPTIONS = CallOptions.DEFAULT.asRepeatable();

    @Override
    public <R> CompletableFuture<R> invoke(TlFunction<R> function) {
        return client.invoke(function, OPTIONS);
    }

    @Override
    public boolean isClosed() {
        return client.isClosed();
    }
}
