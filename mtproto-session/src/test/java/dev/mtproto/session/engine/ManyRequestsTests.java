package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thousands of requests at once. */
class ManyRequestsTests {

    @Test
    void aServerAnswersWhatHasRunForLongHoweverMuchCameSince() {
        ServerSide side = new ServerSide();
        int count = 5000;
        List<ServerEvent.Query> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            side.ask(new WrittenObject(Numbered.query(1)));
            queries.add(side.query());
        }
        side.receive();
        queries.forEach(query -> side.server.answer(query.msgId(), Numbered.answer(1)));
        assertEquals(count, Peer.only(side.receive(), RpcResult.ID).size());
    }

    @Test
    @Tag("D1")
    void aServerBeginsNoMoreQueriesThanItCanRemember() {
        QueryTable table = new QueryTable(new ReceivedIds());
        for (long id = 1; id <= 32_768; id++) {
            assertFalse(table.isFull());
            table.put(id, QueryTable.State.RUNNING);
        }
        assertTrue(table.isFull());
        table.put(1, QueryTable.State.SUCCEEDED);
        assertFalse(table.isFull());
        for (long id = 2; id <= 32_768; id++) {
            table.put(id, QueryTable.State.SUCCEEDED);
        }
        assertEquals(QueryTable.State.SUCCEEDED, table.find(32_768, QueryTable.State.RUNNING));
        assertEquals(QueryTable.State.RUNNING, table.find(1, QueryTable.State.RUNNING), "forgotten");
    }

    @Test
    @Tag("D1")
    void oneThatIsTooManyIsRefused() {
        ServerSide side = new ServerSide();
        ServerCore core = new ServerCore(side.client, side.clock);
        for (long id = 1; id <= 32_768; id++) {
            core.queries.put(4 * id, QueryTable.State.RUNNING);
        }
        byte[] query = Numbered.query(1);
        Conversation in = new Conversation(side.client, 0);
        new ServerDispatcher(core, side.salts, new AfterWaits(core))
                .dispatch(new Incoming(in, 4_000_000, query, 0, query.length), side.server);
        assertEquals(0, core.events.size());
        byte[] answer = core.next().body();
        RpcResult refused = RpcResult.read(new TlReader(answer, 0, answer.length, MtprotoSchema.INSTANCE));
        assertEquals(new RpcError(500, "WORKER_BUSY_TOO_LONG_RETRY"), refused.result());
    }

    @Test
    void allThatWasLostGoesAgainInFewPackets() {
        Peer peer = Peer.connected();
        for (int i = 0; i < 3000; i++) {
            peer.submit(1);
        }
        int packets = peer.packets().size();
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        Peer.Got question = Peer.only(peer.receive(), MsgsStateReq.ID).get(0);
        byte[] states = new byte[3000];
        Arrays.fill(states, (byte) 1);
        peer.say(new MsgsStateInfo(question.msgId(), TlBytes.of(states)));
        assertEquals(3000, peer.events(EngineEvent.Resent.class).size());
        assertEquals(packets, peer.packets().size());
    }
}
