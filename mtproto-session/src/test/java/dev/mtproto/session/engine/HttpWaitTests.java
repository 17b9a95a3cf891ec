package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.tl.schema.HttpWait;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a client says how long a server is to hold its response over HTTP. */
class HttpWaitTests {

    @Test
    void aClientSaysHowLongAndAsksAgainWithEachRequest() {
        Peer peer = Peer.connected();
        peer.engine.httpWait(30, 10, 25_000);
        List<Peer.Got> got = peer.receive();
        assertEquals(1, got.size());
        assertEquals(new HttpWait(30, 10, 25_000), got.get(0).object());
        assertEquals(0, got.get(0).seqNo() & 1, "it is not acknowledged");
        peer.submit(1);
        peer.engine.httpWait(30, 10, 0);
        assertEquals(1, peer.packets().size(), "with the request");
    }
}
