package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.MsgDetailedInfo;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcResult;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked about messages of which nothing was heard, and what the answers bring about. */
class StateTests {

    private static final int QUERY = 0x0b5e55ed;
    private static final int RECEIVED = 4;
    private static final int ANSWER_MADE = RECEIVED | 32 | 64;

    private final Peer peer = Peer.connected();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 3 | 16})
    void whatDidNotArriveGoesAgainUnderItsId(int state) {
        peer.submit(1);
        long msgId = query();
        tell(question(10), state);
        List<byte[]> packets = peer.packets();
        assertEquals(1, packets.size());
        assertEquals(1, peer.events(EngineEvent.Resent.class).size());
        peer.answer(msgId, Numbered.answer(1));
        assertEquals(0, peer.engine.pendingRequests());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 4 | 8, 4 | 32, 5, 7})
    void anythingElseSendsNothingAgain(int state) {
        peer.submit(1);
        query();
        tell(question(10), state);
        assertEquals(List.of(), peer.packets());
        assertEquals(0, peer.events(EngineEvent.Resent.class).size());
    }

    @Test
    void theStateIsAskedForAgainLaterAndAboutAllInOneMessage() {
        peer.submit(1);
        peer.submit(2);
        peer.receive();
        Peer.Got first = question(10);
        assertEquals(2, ((MsgsStateReq) first.object()).msgIds().size());
        peer.say(new MsgsStateInfo(first.msgId(), TlBytes.of((byte) RECEIVED, (byte) RECEIVED)));
        peer.pass(Duration.ofMillis(29_999));
        assertEquals(List.of(), Peer.only(peer.receive(), MsgsStateReq.ID));
        peer.pass(Duration.ofMillis(1));
        assertEquals(1, Peer.only(peer.receive(), MsgsStateReq.ID).size());
    }

    @Test
    void aReceivedRequestIsKnownToBeThere() {
        long request = peer.submit(1);
        query();
        tell(question(10), RECEIVED);
        peer.engine.cancel(request);
        assertEquals(List.of(new Outcome.AcknowledgedUnanswered(Reason.CANCELLED)), peer.outcomes(request));
    }

    @Test
    @Tag("R9")
    void anAnswerThatIsMadeAndDoesNotComeIsPursuedAndThenGivenUp() {
        long request = peer.submit(1);
        long msgId = query();
        int again = 0;
        int reconnects = 0;
        for (int i = 0; i < 20 && peer.outcomes(request).isEmpty(); i++) {
            tell(question(10), ANSWER_MADE);
            reconnects = peer.events(EngineEvent.ReconnectWanted.class).size();
            again += Peer.only(peer.receive(), RpcDropAnswer.ID).isEmpty() ? 0 : 1;
        }
        assertEquals(List.of(new Outcome.AcknowledgedUnanswered(Reason.UNCERTAIN)), peer.outcomes(request));
        assertEquals(1, again, "told that it is not waited for any more");
        assertEquals(2, reconnects, "every other time");
        peer.answer(msgId, Numbered.answer(1));
        assertEquals(1, peer.outcomes(request).size());
    }

    @Test
    void aStateOfEverythingIsTakenForWhatIsKnown() {
        peer.submit(1);
        long msgId = query();
        peer.say(new MsgsAllInfo(List.of(msgId, 4L), TlBytes.of((byte) 2)));
        assertEquals(0, peer.events(EngineEvent.Resent.class).size(), "one state for each id");
        peer.say(new MsgsAllInfo(List.of(4L, msgId), TlBytes.of((byte) 2, (byte) 2)));
        assertEquals(1, peer.events(EngineEvent.Resent.class).size());
        assertEquals(1, peer.packets().size());
    }

    @Test
    void anAnnouncedAnswerShowsThatTheRequestIsThere() {
        long request = peer.submit(1);
        long msgId = query();
        peer.say(new MsgDetailedInfo(msgId, msgId + (1L << 32) + 1, 100, 0));
        peer.engine.cancel(request);
        assertEquals(List.of(new Outcome.AcknowledgedUnanswered(Reason.CANCELLED)), peer.outcomes(request));
    }

    @Test
    void statesOfWhatCameAreToldFromTheLast512() {
        long first = peer.say(new UpdatesTooLong());
        long second = peer.say(new UpdatesTooLong());
        assertArrayEquals(new byte[] {4, 4, 2, 1}, states(first, second, first + 2, first - 2));
        for (int i = 0; i < 511; i++) {
            peer.say(new UpdatesTooLong());
            peer.packets();
        }
        assertArrayEquals(new byte[] {1, 4}, states(first, second));
    }

    @Test
    void aServerSendsAnAnswerAgainUntilItIsAcknowledged() {
        ServerSide side = new ServerSide();
        long msgId = side.ask(new WrittenObject(Numbered.query(1)));
        side.server.answer(side.query().msgId(), Numbered.answer(1));
        Peer.Got answer = Peer.only(side.receive(), RpcResult.ID).get(0);
        assertEquals(msgId, ServerSide.requestOf(answer));
        side.ask(new MsgResendReq(List.of(answer.msgId())));
        assertEquals(1, side.packets().size());
        side.ask(new MsgsAck(List.of(answer.msgId())));
        side.ask(new MsgResendReq(List.of(answer.msgId())));
        assertInstanceOf(MsgsStateInfo.class, side.receive().get(0).object());
    }

    private byte[] states(Long... ids) {
        peer.say(new MsgsStateReq(List.of(ids)));
        MsgsStateInfo info = (MsgsStateInfo)
                Peer.only(peer.receive(), MsgsStateInfo.ID).get(0).object();
        return info.info().toByteArray();
    }

    private long query() {
        return Peer.only(peer.receive(), QUERY).get(0).msgId();
    }

    /** Lets seconds pass, and returns the question that the engine then asks. */
    private Peer.Got question(int seconds) {
        peer.pass(Duration.ofSeconds(seconds));
        List<Peer.Got> questions = Peer.only(peer.receive(), MsgsStateReq.ID);
        assertEquals(1, questions.size());
        return questions.get(0);
    }

    private void tell(Peer.Got question, int state) {
        peer.say(new MsgsStateInfo(question.msgId(), TlBytes.of((byte) state)));
    }
}
