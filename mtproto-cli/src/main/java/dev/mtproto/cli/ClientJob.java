package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.RpcException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.schema.Config;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The main job of a client: connect, make a key, send a ping, ask for the configuration. */
final class ClientJob {

    private static final int LAYER = 216;
    private static final int API_ID = 1;
    private static final long PING_ID = 0x6d74_7072_6f74_6fL;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private ClientJob() {}

    /**
     * Does the job.
     *
     * @param builder names the server
     * @param output is shown the result
     * @param more is done at the end, before the client is closed
     * @throws MtprotoException if something fails
     */
    static void run(MtprotoClientBuilder builder, Output output, Consumer<MtprotoClient> more) {
        long start = System.nanoTime();
        JobResult result;
        try (MtprotoClient client = builder.connect()) {
            Duration connected = Duration.ofNanos(System.nanoTime() - start);
            long sent = System.nanoTime();
            Pong pong = await(client, new Ping(PING_ID), "ping");
            Duration ping = Duration.ofNanos(System.nanoTime() - sent);
            if (pong.pingId() != PING_ID) {
                throw new Failure("the pong does not belong to the ping");
            }
            Config config = await(client, firstCall(new HelpGetConfig()), "help.getConfig");
            result = new JobResult(
                    client.remoteAddress(),
                    client.authKey().id(),
                    client.timeOffset(),
                    client.salt(),
                    client.crypto(),
                    connected,
                    ping,
                    config);
            more.accept(client);
        }
        output.result(result);
    }

    /** Wraps the first call of a connection, which tells the server who is calling. */
    static <R> TlFunction<R> firstCall(TlFunction<R> query) {
        return new InvokeWithLayer<>(
                LAYER,
                InitConnection.<R>builder()
                        .apiId(API_ID)
                        .deviceModel("mtproto")
                        .systemVersion("Java " + Runtime.version().feature())
                        .appVersion("0.1")
                        .systemLangCode("en")
                        .langPack("")
                        .langCode("en")
                        .query(query)
                        .build());
    }

    static <R> R await(MtprotoClient client, TlFunction<R> function, String name) {
        return await(client.invoke(function), name);
    }

    static <R> R await(CompletableFuture<R> call, String name) {
        try {
            return call.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Failure("no answer to " + name + " within " + LONGEST_WAIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while waiting for the answer to " + name);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RpcException refusal) {
                throw new Failure("the server refused " + name + ": " + refusal.getMessage());
            }
            if (cause instanceof MtprotoException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
