package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server says about seq_nos. */
@Tag("M12")
class SeqNoCheckTests {

    private final Pair pair = new Pair();

    private void assertCode(int code, long msgId, int seqNo, byte[] body) {
        Recorder recorder = pair.serverReceives(msgId, seqNo, body);
        assertEquals(new Refusal(Check.M12, new Reaction.Notify(code), msgId, seqNo), recorder.onlyRefusal());
        assertTrue(recorder.messages.isEmpty());
    }

    private void assertTaken(long msgId, int seqNo, byte[] body) {
        assertEquals(List.of(msgId), pair.serverReceives(msgId, seqNo, body).ids());
    }

    @Test
    void lowerOrEqualAndOddIsTooLow() {
        assertTaken(Pair.toServerId(0), 5, Bodies.QUERY);
        assertCode(32, Pair.toServerId(1), 3, Bodies.QUERY);
        assertCode(32, Pair.toServerId(1), 5, Bodies.QUERY);
        assertCode(32, Pair.toServerId(1), 4, Bodies.PING);
        assertCode(32, Pair.toServerId(1), -1, Bodies.QUERY);
        assertTaken(Pair.toServerId(1), 6, Bodies.PING);
        assertTaken(Pair.toServerId(2), 6, Bodies.PING);
        assertTaken(Pair.toServerId(3), 7, Bodies.QUERY);
    }

    @Test
    void higherOrEqualAndOddIsTooHighBeforeALaterMessage() {
        assertTaken(Pair.toServerId(9), 5, Bodies.QUERY);
        assertCode(33, Pair.toServerId(1), 7, Bodies.QUERY);
        assertCode(33, Pair.toServerId(1), 5, Bodies.QUERY);
        assertTaken(Pair.toServerId(1), 3, Bodies.QUERY);
        assertTaken(Pair.toServerId(2), 4, Bodies.PING);
    }

    @Test
    void countersMayJumpForwards() {
        assertTaken(Pair.toServerId(0), 1, Bodies.QUERY);
        assertTaken(Pair.toServerId(1), 1_000_001, Bodies.QUERY);
    }

    @Test
    void anOddContainerIsTold() {
        byte[] container = Bodies.container(new Bodies.Inner(Pair.toServerId(0), 1, Bodies.QUERY));
        assertCode(34, Pair.toServerId(1), 3, container);
        byte[] copy = Bodies.copy(new Bodies.Inner(Pair.toServerId(0), 1, Bodies.QUERY));
        assertCode(34, Pair.toServerId(1), 3, copy);
    }

    @Test
    void anEvenQueryIsTold() {
        assertCode(35, Pair.toServerId(0), 0, Bodies.QUERY);
        assertCode(35, Pair.toServerId(0), 0, Bodies.gzip(Bodies.QUERY));
        assertTaken(Pair.toServerId(0), 1, Bodies.gzip(Bodies.QUERY));
    }

    @Test
    void serviceMessagesMayBeEither() {
        assertTaken(Pair.toServerId(0), 1, Bodies.ack(1L));
        assertTaken(Pair.toServerId(1), 3, Bodies.PING);
        assertTaken(Pair.toServerId(2), 4, Bodies.PING);
    }

    @Test
    void aFaultInAContainerConcernsThatMessageAlone() {
        byte[] body = Bodies.container(
                new Bodies.Inner(Pair.toServerId(0), 1, Bodies.QUERY),
                new Bodies.Inner(Pair.toServerId(1), 2, Bodies.QUERY),
                new Bodies.Inner(Pair.toServerId(2), 9, Bodies.QUERY),
                new Bodies.Inner(Pair.toServerId(3), 3, Bodies.QUERY));
        Recorder recorder = pair.serverReceives(Pair.toServerId(4), 4, body);
        assertEquals(List.of(Pair.toServerId(0), Pair.toServerId(3)), recorder.ids());
        assertEquals(
                List.of(
                        new Refusal(Check.M12, new Reaction.Notify(35), Pair.toServerId(1), 2),
                        new Refusal(Check.M12, new Reaction.Notify(33), Pair.toServerId(2), 9)),
                recorder.refusals);
    }

    @Test
    void aClientDoesNotLook() {
        assertEquals(
                1,
                pair.clientReceives(Pair.toClientId(0), 9, Bodies.UPDATE)
                        .messages
                        .size());
        assertEquals(
                1,
                pair.clientReceives(Pair.toClientId(1), 2, Bodies.UPDATE)
                        .messages
                        .size());
    }
}
