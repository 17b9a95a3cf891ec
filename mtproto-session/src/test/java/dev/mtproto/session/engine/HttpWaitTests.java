package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a server holds its response over HTTP, and how a client says so. */
class HttpWaitTests {

    private static final byte[] UPDATE = Numbered.answer(1);

    private final ServerSide side = new ServerSide();

    /** Has the session told of, so that nothing waits. */
    @BeforeEach
    void begin() {
        side.ask(new Ping(1));
        side.read(side.server.openResponse());
        side.ask(new MsgsAck(List.of()));
    }

    @Test
    void withoutAWishAnAnswerGoesAtOnceAndAnEmptyContainerAfter25Seconds() {
        HttpResponse idle = side.server.openResponse();
        assertDueIn(25_000, idle);
        side.clock.advance(Duration.ofMillis(24_999));
        assertFalse(idle.isDue());
        side.clock.advance(Duration.ofMillis(1));
        assertTrue(idle.isDue());
        assertEquals(List.of(), side.read(idle));
        side.ask(new Ping(2));
        HttpResponse answered = side.server.openResponse();
        assertTrue(answered.isDue());
        assertEquals(Pong.ID, side.read(answered).get(0).type());
    }

    @Test
    void aMessageWaitsForOthersUntilTheLastIsOldEnough() {
        side.ask(new HttpWait(1_000, 300, 20_000));
        HttpResponse response = side.server.openResponse();
        assertDueIn(20_000, response);
        side.server.push(UPDATE);
        assertDueIn(300, response);
        side.clock.advance(Duration.ofMillis(299));
        side.server.push(UPDATE);
        assertDueIn(300, response);
        side.clock.advance(Duration.ofMillis(300));
        assertTrue(response.isDue());
        assertEquals(2, side.read(response).size());
    }

    @Test
    void theFirstMessageWaitsNoLongerThanMaxDelay() {
        side.ask(new HttpWait(1_000, 300, 20_000));
        HttpResponse response = side.server.openResponse();
        for (int i = 0; i < 4; i++) {
            side.server.push(UPDATE);
            side.clock.advance(Duration.ofMillis(240));
            assertFalse(response.isDue());
        }
        side.server.push(UPDATE);
        assertDueIn(40, response);
    }

    @Test
    void maxWaitEndsEveryWait() {
        side.ask(new HttpWait(1_000, 1_000, 500));
        HttpResponse response = side.server.openResponse();
        side.clock.advance(Duration.ofMillis(200));
        side.server.push(UPDATE);
        assertDueIn(300, response);
        side.ask(new HttpWait(0, 0, 0));
        assertTrue(side.server.openResponse().isDue());
        side.ask(new HttpWait(-5, -5, -5));
        assertTrue(side.server.openResponse().isDue());
    }

    @Test
    void theLastWishOfAContainerCountsAndOnlyForItsRequest() {
        side.askTogether(new HttpWait(1, 1, 1), new HttpWait(100, 50, 7_000));
        assertDueIn(7_000, side.server.openResponse());
        side.ask(new MsgsAck(List.of(1L)));
        assertDueIn(25_000, side.server.openResponse());
    }

    @Test
    void whatWaitedBeforeTheRequestIsCountedFromTheRequest() {
        side.server.push(UPDATE);
        side.clock.advance(Duration.ofSeconds(5));
        side.ask(new HttpWait(1_000, 300, 20_000));
        assertDueIn(300, side.server.openResponse());
    }

    @Test
    void aResponseCarriesTheAcknowledgementsThatAreNotDueYet() {
        side.ask(new WrittenObject(Numbered.query(1)));
        ServerEvent.Query query = side.query();
        HttpResponse response = side.server.openResponse();
        assertFalse(response.isDue());
        side.server.answer(query.msgId(), Numbered.answer(2));
        List<Peer.Got> got = side.read(response);
        assertEquals(1, Peer.only(got, MsgsAck.ID).size());
        assertEquals(1, Peer.only(got, RpcResult.ID).size());
    }

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

    private void assertDueIn(long millis, HttpResponse response) {
        assertEquals(side.clock.millis() + millis, response.deadline());
    }
}
