package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Temporary keys from the first exchange to the last: real exchanges, real bindings, a real server's session under each key. */
class KeyLifeTests {

    private static final Duration NINE_TENTHS = Duration.ofSeconds(86_400 / 10 * 9 + 1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ClientKeys life = new ClientKeys();

    @Test
    @Tag("P1")
    @Tag("P2")
    void aPermanentAndATemporaryKeyAreMadeAndBoundAndCarryTheTraffic() {
        long request = life.submit(1);
        life.run();
        assertEquals(1, life.permanent.size());
        assertEquals(1, life.temporary.size());
        assertEquals(
                List.of("CreatePermanent", "CreateTemporary", "Open", "Bound"),
                life.steps.stream().map(step -> step.getClass().getSimpleName()).toList());
        assertEquals(life.permanent.get(0).id(), life.centre.bindings.get(temporary(0)));
        assertEquals(1, life.centre.running.size());
        answer(0);
        assertAnswered(1, request);
        AuthKey made = life.temporary.get(0);
        byte[] ours = new byte[AuthKey.LENGTH];
        byte[] theirs = new byte[AuthKey.LENGTH];
        made.copyTo(ours, 0);
        life.centre.keys.get(made.id()).copyTo(theirs, 0);
        assertArrayEquals(theirs, ours);
    }

    @Test
    void aKeyIsReplacedBeforeItEndsWhileRequestsAreInFlight() {
        life.run();
        long early = life.submit(1);
        life.run();
        life.pass(NINE_TENTHS);
        assertEquals(2, life.temporary.size());
        assertEquals(life.permanent.get(0).id(), life.centre.bindings.get(temporary(1)));
        long late = life.submit(2);
        life.run();
        assertEquals(
                List.of(temporary(0), temporary(1)),
                life.centre.running.stream().map(Centre.Running::key).toList());
        answer(0);
        assertAnswered(1, early);
        assertTrue(life.temporary.get(0).isDestroyed(), "nothing is left to do under the first key");
        answer(1);
        assertAnswered(2, late);
        assertEquals(1, life.permanent.size());
        assertEquals(1, closes());
    }

    @Test
    @Tag("P7")
    void aKeyThatCannotBeReplacedEndsAndWhatIsNewWaitsForTheNext() {
        life.run();
        long sent = life.keys.submit(Request.of(Numbered.query(1)));
        life.run();
        life.unreachable = true;
        life.pass(DAY.minusSeconds(2));
        assertFalse(life.temporary.get(0).isDestroyed());
        life.pass(Duration.ofSeconds(3));
        assertTrue(life.temporary.get(0).isDestroyed());
        assertEquals(1, life.outcomes(sent).size());
        assertFalse(life.outcomes(sent).get(0) instanceof Outcome.Answered);
        long waiting = life.submit(2);
        life.run();
        assertEquals(List.of(), life.outcomes(waiting));
        life.unreachable = false;
        life.pass(Duration.ofSeconds(3));
        answer(1);
        assertAnswered(2, waiting);
    }

    @Test
    void aTemporaryKeyThatTheServerForgotIsReplacedAndItsRequestsGoOn() {
        life.run();
        long request = life.submit(1);
        life.run();
        life.centre.forget(temporary(0));
        long second = life.submit(2);
        life.run();
        assertTrue(life.temporary.get(0).isDestroyed());
        life.pass(Duration.ofSeconds(3));
        assertEquals(2, life.temporary.size());
        assertNotEquals(temporary(0), temporary(1));
        answer(1);
        assertAnswered(1, request);
        assertAnswered(2, second);
        assertEquals(1, life.permanent.size());
        assertFalse(life.steps.contains(new KeyStep.PermanentLost()));
    }

    @Test
    @Tag("P6")
    @Tag("P10")
    void thePermanentKeyIsLostOnlyWhenASecondTemporaryKeyIsRefused() {
        life.run();
        life.pass(Duration.ofMinutes(2));
        life.centre.forget(life.permanent.get(0).id());
        life.centre.forget(temporary(0));
        long request = life.submit(1);
        life.run();
        life.pass(Duration.ofSeconds(2));
        assertEquals(2, life.temporary.size());
        assertFalse(life.steps.contains(new KeyStep.PermanentLost()), "one refusal may be a mishap");
        assertEquals(1, life.permanent.size());
        life.pass(Duration.ofSeconds(10));
        assertTrue(life.steps.contains(new KeyStep.PermanentLost()));
        assertEquals(2, life.permanent.size());
        AuthKeyId last = temporary(life.temporary.size() - 1);
        assertEquals(life.permanent.get(1).id(), life.centre.bindings.get(last));
        life.centre.answerAll(last);
        life.run();
        assertAnswered(1, request);
    }

    @Test
    void aRefusalThatWasAMishapCostsNoPermanentKey() {
        life.run();
        life.pass(Duration.ofMinutes(2));
        AuthKey permanent = life.centre.keys.get(life.permanent.get(0).id());
        life.centre.forget(permanent.id());
        life.centre.forget(temporary(0));
        long request = life.submit(1);
        life.run();
        life.pass(Duration.ofSeconds(2));
        life.centre.keys.put(permanent.id(), permanent);
        life.pass(Duration.ofSeconds(10));
        assertFalse(life.steps.contains(new KeyStep.PermanentLost()));
        assertEquals(1, life.permanent.size());
        answer(life.temporary.size() - 1);
        assertAnswered(1, request);
    }

    private AuthKeyId temporary(int index) {
        return life.temporary.get(index).id();
    }

    private void answer(int temporary) {
        life.centre.answerAll(temporary(temporary));
        life.run();
    }

    private long closes() {
        return life.steps.stream().filter(KeyStep.Close.class::isInstance).count();
    }

    private void assertAnswered(long number, long request) {
        assertEquals(1, life.outcomes(request).size());
        Outcome.Answered answered =
                assertInstanceOf(Outcome.Answered.class, life.outcomes(request).get(0));
        assertArrayEquals(Numbered.answer(number), answered.result());
    }
}
