package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.mtproto.session.message.Gzip;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries that run only after several others, on both sides. */
class ChainTests {

    private static final int QUERY = 0x0b5e55ed;

    private final Peer peer = Peer.connected();
    private final ServerSide side = new ServerSide();
    /** The results that came, by the id of their query. */
    private final Map<Long, Peer.Got> results = new HashMap<>();

    @Test
    void severalPredecessorsAreNamedTogether() {
        long first = peer.submit(1);
        long second = peer.submit(2);
        peer.engine.submit(after(3, first, second));
        List<Peer.Got> got = peer.receive();
        assertEquals(List.of(got.get(0).msgId(), got.get(1).msgId()), predecessors(got.get(2)));
    }

    @Test
    void thoseThatHaveEndedAreNotNamed() {
        long first = peer.submit(1);
        long second = peer.submit(2);
        List<Peer.Got> got = peer.receive();
        peer.answer(got.get(0).msgId(), Numbered.answer(1));
        peer.engine.submit(after(3, first, second));
        Peer.Got follower = Peer.only(peer.receive(), InvokeAfterMsg.ID).get(0);
        assertEquals(got.get(1).msgId(), new TlReader(follower.body(), 4, 8).readLong());
        peer.engine.submit(after(4, first));
        assertEquals(1, Peer.only(peer.receive(), QUERY).size());
    }

    @Test
    void aPredecessorThatFailsEndsAllThatFollowAndWereNotSent() {
        long first = peer.submit(1);
        long second = peer.submit(2);
        peer.receive();
        peer.engine.connectionLost();
        long third = peer.engine.submit(after(3, first, second));
        long fourth = peer.engine.submit(after(4, third));
        peer.engine.cancel(second);
        assertEquals(List.of(new Outcome.NeverSent(Reason.PREDECESSOR)), peer.outcomes(third));
        assertEquals(List.of(new Outcome.NeverSent(Reason.PREDECESSOR)), peer.outcomes(fourth));
        assertEquals(List.of(), peer.outcomes(first));
    }

    @Test
    void theFollowerNamesTheNewIdsOfPredecessorsThatWereRefused() {
        long first = peer.submit(1);
        long second = peer.submit(2);
        peer.engine.submit(after(3, first, second));
        peer.packets().forEach(packet -> peer.say(new BadServerSalt(peer.packetId(packet), 6, 48, 9)));
        List<Peer.Got> again = peer.receive();
        assertEquals(List.of(again.get(0).msgId(), again.get(1).msgId()), predecessors(again.get(2)));
    }

    @Test
    void aServerRunsTheFollowerWhenAllHaveSucceeded() {
        List<Long> ids = askBoth();
        long follower = side.ask(wrapped(3, ids));
        side.server.answer(ids.get(1), Numbered.answer(2));
        assertNull(side.query());
        side.server.answer(ids.get(0), Numbered.answer(1));
        ServerEvent.Query query = side.query();
        assertEquals(follower, query.msgId());
        assertArrayEquals(Numbered.query(3), query.body());
        assertNull(side.query());
    }

    @Test
    void aServerEndsTheFollowerWhenOneFails() {
        List<Long> ids = askBoth();
        long follower = side.ask(wrapped(3, ids));
        long next = side.ask(wrapped(4, List.of(follower)));
        side.server.answer(ids.get(1), Numbered.answer(7));
        assertEquals(error(400, "MSG_WAIT_FAILED"), errorOf(follower));
        assertEquals(error(400, "MSG_WAIT_FAILED"), errorOf(next));
        side.server.answer(ids.get(0), Numbered.answer(1));
        assertNull(side.query());
    }

    @Test
    void aServerWaitsHalfASecond() {
        List<Long> ids = askBoth();
        long follower = side.ask(wrapped(3, ids));
        side.server.answer(ids.get(0), Numbered.answer(1));
        side.clock.advance(Duration.ofMillis(499));
        side.server.poll();
        assertEquals(List.of(), results(follower));
        assertEquals(side.clock.millis() + 1, side.server.nextDeadline().orElseThrow());
        side.clock.advance(Duration.ofMillis(1));
        side.server.poll();
        assertEquals(error(400, "MSG_WAIT_TIMEOUT"), errorOf(follower));
        side.server.answer(ids.get(1), Numbered.answer(2));
        assertNull(side.query());
    }

    @Test
    @Tag("D1")
    void aServerTakesNoMoreThan64Predecessors() {
        List<Long> ids = askBoth();
        side.server.answer(ids.get(0), Numbered.answer(1));
        side.ask(wrapped(3, Collections.nCopies(64, ids.get(0))));
        assertArrayEquals(Numbered.query(3), side.query().body());
        long refused = side.ask(wrapped(4, Collections.nCopies(65, ids.get(0))));
        assertEquals(error(400, "MSG_WAIT_TIMEOUT"), errorOf(refused));
    }

    @Test
    void aGzippedErrorIsAnError() {
        long request = peer.submit(1);
        byte[] error = ServerCore.written(new RpcError(420, "FLOOD_WAIT_17"));
        peer.answer(peer.receive().get(0).msgId(), Gzip.pack(error, 0, error.length));
        Outcome.Refused refused =
                assertInstanceOf(Outcome.Refused.class, peer.outcomes(request).get(0));
        assertEquals(420, refused.error().code());
        assertEquals("FLOOD_WAIT", refused.error().type());
        assertEquals(17, refused.error().argument().orElseThrow());
    }

    @Test
    @Tag("M15")
    void gzipInsideGzipIsRefused() {
        long request = peer.submit(1);
        byte[] once = Gzip.pack(Numbered.answer(1), 0, Numbered.answer(1).length);
        peer.answer(peer.receive().get(0).msgId(), Gzip.pack(once, 0, once.length));
        assertEquals(List.of(new Outcome.AcknowledgedUnanswered(Reason.BROKEN_ANSWER)), peer.outcomes(request));
        assertEquals(1, peer.events(EngineEvent.CloseConnection.class).size());
    }

    private List<Long> askBoth() {
        List<Long> ids =
                List.of(side.ask(new WrittenObject(Numbered.query(1))), side.ask(new WrittenObject(Numbered.query(2))));
        side.query();
        side.query();
        side.receive();
        return ids;
    }

    private List<Peer.Got> results(long msgId) {
        return Peer.only(side.receive(), RpcResult.ID).stream()
                .filter(got -> ServerSide.requestOf(got) == msgId)
                .toList();
    }

    private RpcError errorOf(long msgId) {
        Peer.only(side.receive(), RpcResult.ID).forEach(got -> results.put(ServerSide.requestOf(got), got));
        return (RpcError) ((RpcResult) results.get(msgId).object()).result();
    }

    private static RpcError error(int code, String text) {
        return new RpcError(code, text);
    }

    private static Request after(long number, Long... requests) {
        return Request.of(Numbered.query(number)).after(List.of(requests));
    }

    private static List<Long> predecessors(Peer.Got follower) {
        TlReader reader = new TlReader(follower.body(), 0, follower.body().length);
        reader.expectConstructorId(InvokeAfterMsgs.ID);
        return reader.readVector(Long.BYTES, TlReader::readLong);
    }

    private static WrittenObject wrapped(long number, List<Long> ids) {
        TlWriter writer = new TlWriter();
        writer.writeConstructorId(InvokeAfterMsgs.ID);
        writer.writeVector(ids, TlWriter::writeLong);
        writer.raw(Numbered.query(number), 0, Numbered.query(number).length);
        return new WrittenObject(writer.toByteArray());
    }
}
