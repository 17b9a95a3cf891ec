package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.UpdateListener;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server sends without being asked. */
@Timeout(60)
class UpdateTests {

    private final BlockingQueue<Object> got = new LinkedBlockingQueue<>();
    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void connect() throws InterruptedException {
        server = Setup.server().start();
        client = Setup.client(server)
                .retry(Duration.ofMillis(10), Duration.ofSeconds(1))
                .updates(new UpdateListener() {
                    @Override
                    public void update(TlObject update) {
                        got.add(update);
                    }

                    @Override
                    public void unknown(byte[] body) {
                        got.add(body);
                    }

                    @Override
                    public void gap() {
                        got.add("gap");
                    }
                })
                .connect();
        works();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void works() throws InterruptedException {
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
    }

    private Object next() throws InterruptedException {
        Object next = got.poll(30, TimeUnit.SECONDS);
        assertTrue(next != null, "no update came");
        return next;
    }

    private void push(TlObject update) {
        assertTrue(server.push(client.authKey().id(), client.sessionId(), update));
    }

    @Test
    void theyArriveInOrder() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            push(new UpdatesState(i, 0, 0, 0, 0));
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(new UpdatesState(i, 0, 0, 0, 0), next());
        }
    }

    @Test
    void oneOfAnUnknownTypeIsHandedOnAsItIs() throws InterruptedException {
        push(new UnknownFunction());
        assertArrayEquals(new byte[] {(byte) 0xef, (byte) 0xbe, (byte) 0xad, (byte) 0xde}, (byte[]) next());
    }

    @Test
    void aServerThatLostItsSessionsMayHaveLostUpdates() throws InterruptedException {
        server.restart();
        works();
        assertEquals("gap", next());
        push(new UpdatesState(1, 2, 3, 4, 5));
        assertEquals(new UpdatesState(1, 2, 3, 4, 5), next());
    }
}
