package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;
import dev.mtproto.session.binding.BindingPlace;
import dev.mtproto.session.binding.BindingVerdict;
import dev.mtproto.session.binding.BindingVerifier;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of temporary keys, and the checks P1, P2, P5, P6, P7 and P10. */
class ForwardSecrecyTests {

    private static final long NOW = 1_780_000_000L;
    private static final int DAY = 86_400;
    private static final int QUERY = 0x0b5e55ed;

    private final FakeClock clock = FakeClock.at(NOW);
    private final List<EngineEvent> events = new ArrayList<>();
    private final List<KeyStep> steps = new ArrayList<>();
    private AuthKey permanent = Keys.permanent(1);
    private ForwardSecrecy keys = build(permanent);
    private long seed = 10;

    @Test
    @Tag("P1")
    void aPermanentKeyCarriesNoTraffic() {
        ExchangeResult made = new ExchangeResult(Keys.permanent(3), new Salt(1), 0);
        assertThrows(IllegalArgumentException.class, () -> keys.temporaryCreated(made));
        keys = build(null);
        assertEquals(new KeyStep.CreatePermanent(), keys.nextStep());
        keys.permanentCreated(new ExchangeResult(permanent, new Salt(1), 0));
        assertEquals(new KeyStep.CreateTemporary(DAY), keys.nextStep());
        assertEquals(null, keys.nextStep());
    }

    @Test
    @Tag("P2")
    void queriesAreHeldUntilTheKeyIsBound() {
        long request = submit(1);
        Wire wire = open(temporary());
        submit(2);
        List<Peer.Got> got = wire.receive();
        assertEquals(List.of(), Peer.only(got, QUERY));
        Peer.Got bind = Peer.only(got, AuthBindTempAuthKey.ID).get(0);
        assertEquals(List.of(), outcomes(request));
        wire.say(new RpcResult(bind.msgId(), new BoolTrue()));
        takeAll();
        assertTrue(steps.contains(new KeyStep.Bound()));
        List<Peer.Got> queries = Peer.only(wire.receive(), QUERY);
        assertEquals(2, queries.size());
        wire.say(new RpcResult(queries.get(0).msgId(), new WrittenObject(Numbered.answer(1))));
        assertEquals(1, outcomes(request).size());
    }

    @Test
    @Tag("P5")
    void eachAttemptToBindProvesItsOwnMsgId() {
        Wire wire = open(temporary());
        Peer.Got first = Peer.only(wire.receive(), AuthBindTempAuthKey.ID).get(0);
        assertVerified(wire, first);
        wire.say(new BadServerSalt(first.msgId(), first.seqNo(), 48, 9));
        Peer.Got second = Peer.only(wire.receive(), AuthBindTempAuthKey.ID).get(0);
        assertNotEquals(first.msgId(), second.msgId());
        assertVerified(wire, second);
    }

    @Test
    @Tag("P6")
    void aYoungPermanentKeyIsTriedAgain() {
        keys = build(null);
        keys.nextStep();
        keys.permanentCreated(new ExchangeResult(permanent, new Salt(1), 0));
        Wire wire = open(temporary());
        for (int attempt = 1; attempt <= 3; attempt++) {
            List<Peer.Got> binds = Peer.only(wire.receive(), AuthBindTempAuthKey.ID);
            assertEquals(1, binds.size(), "attempt " + attempt);
            refuse(wire, binds.get(0));
        }
        assertFalse(steps.contains(new KeyStep.PermanentLost()));
        assertEquals(List.of(), wire.receive());
        pass(Duration.ofSeconds(2));
        assertEquals(new KeyStep.CreateTemporary(DAY), steps.get(steps.size() - 1));
    }

    @Test
    @Tag("P6")
    @Tag("P10")
    void anOldPermanentKeyIsGivenUpAfterASecondRefusal() {
        Wire first = open(temporary());
        refuse(first, Peer.only(first.receive(), AuthBindTempAuthKey.ID).get(0));
        assertFalse(steps.contains(new KeyStep.PermanentLost()));
        pass(Duration.ofSeconds(2));
        Wire second = open(temporary());
        assertNotSame(first.engine, second.engine);
        refuse(second, Peer.only(second.receive(), AuthBindTempAuthKey.ID).get(0));
        assertTrue(steps.contains(new KeyStep.PermanentLost()));
        pass(Duration.ofSeconds(2));
        assertTrue(steps.contains(new KeyStep.CreatePermanent()));
    }

    @Test
    @Tag("P7")
    void aTemporaryKeyIsErasedWhenItEnds() {
        AuthKey key = temporary();
        bound(key);
        pass(Duration.ofSeconds(DAY - 1));
        assertFalse(key.isDestroyed());
        pass(Duration.ofSeconds(1));
        assertTrue(key.isDestroyed());
        AuthKey closed = temporary();
        bound(closed);
        keys.close();
        assertTrue(closed.isDestroyed());
    }

    @Test
    @Tag("P10")
    void onlyASecondRefusalInARowConfirmsALoss() {
        KeyWatch watch = new KeyWatch();
        assertFalse(watch.disowned());
        watch.used();
        assertFalse(watch.disowned());
        assertTrue(watch.disowned());
    }

    @Test
    void aKeyIsReplacedBeforeItEndsAndWhatIsInFlightIsFinishedThere() {
        Wire old = bound(temporary());
        long inFlight = submit(1);
        Peer.Got query = Peer.only(old.receive(), QUERY).get(0);
        pass(Duration.ofSeconds(DAY / 10 * 9 - 1));
        assertFalse(steps.get(steps.size() - 1) instanceof KeyStep.CreateTemporary);
        pass(Duration.ofSeconds(1));
        assertEquals(new KeyStep.CreateTemporary(DAY), steps.get(steps.size() - 1));
        Wire next = bound(temporary());
        long later = submit(2);
        assertEquals(List.of(), Peer.only(old.receive(), QUERY));
        assertEquals(1, Peer.only(next.receive(), QUERY).size());
        old.say(new RpcResult(query.msgId(), new WrittenObject(Numbered.answer(1))));
        Outcome.Answered answered = (Outcome.Answered) outcomes(inFlight).get(0);
        assertArrayEquals(Numbered.answer(1), answered.result());
        assertEquals(List.of(), outcomes(later));
        takeAll();
        KeyStep.Close close = (KeyStep.Close) steps.get(steps.size() - 1);
        assertSame(old.engine, close.engine());
    }

    @Test
    void aDisownedTemporaryKeyIsReplacedAndWhatMayRunTwiceGoesToTheNext() {
        Wire lost = bound(temporary());
        long once = submit(1);
        long request = keys.submit(Request.of(Numbered.query(2)).repeatable());
        assertEquals(2, Peer.only(lost.receive(), QUERY).size());
        keys.disowned(lost.engine);
        assertEquals(List.of(new Outcome.SentUnacknowledged(Reason.KEY_LOST)), outcomes(once));
        takeAll();
        assertFalse(steps.get(steps.size() - 1) instanceof KeyStep.CreateTemporary, "not at once");
        pass(Duration.ofSeconds(2));
        Wire next = bound(temporary());
        assertEquals(1, Peer.only(next.receive(), QUERY).size());
        assertEquals(List.of(), outcomes(request));
        keys.close();
        assertEquals(1, outcomes(request).size());
    }

    private Wire bound(AuthKey key) {
        Wire wire = open(key);
        Peer.Got bind = Peer.only(wire.receive(), AuthBindTempAuthKey.ID).get(0);
        wire.say(new RpcResult(bind.msgId(), new BoolTrue()));
        takeAll();
        return wire;
    }

    private Wire open(AuthKey key) {
        takeAll();
        keys.temporaryCreated(new ExchangeResult(key, new Salt(1), 0));
        takeAll();
        KeyStep.Open open = (KeyStep.Open) steps.get(steps.size() - 1);
        open.engine().connectionOpened();
        return new Wire(open.engine(), key, clock);
    }

    private void refuse(Wire wire, Peer.Got bind) {
        wire.say(new RpcResult(bind.msgId(), new RpcError(400, "ENCRYPTED_MESSAGE_INVALID")));
        takeAll();
    }

    private void assertVerified(Wire wire, Peer.Got bind) {
        BindingVerifier verifier = new BindingVerifier(
                Keys.CRYPTO, id -> id.equals(permanent.id()) ? Optional.of(permanent) : Optional.empty(), clock);
        BindingPlace place = new BindingPlace(wire.key, wire.engine.sessionId(), bind.msgId(), Optional.empty());
        BindingVerdict verdict = verifier.verify((AuthBindTempAuthKey) bind.object(), place);
        assertTrue(verdict instanceof BindingVerdict.Bound, "bound by " + verdict);
    }

    private AuthKey temporary() {
        return Keys.temporary(seed++, clock.millis() / 1000 + DAY);
    }

    private long submit(long number) {
        return keys.submit(Request.of(Numbered.query(number)));
    }

    private void pass(Duration time) {
        clock.advance(time);
        takeAll();
    }

    private List<Outcome> outcomes(long requestId) {
        takeAll();
        return events.stream()
                .filter(event -> event instanceof EngineEvent.Done done && done.requestId() == requestId)
                .map(event -> ((EngineEvent.Done) event).outcome())
                .toList();
    }

    private void takeAll() {
        for (EngineEvent event = keys.nextEvent(); event != null; event = keys.nextEvent()) {
            events.add(event);
        }
        for (KeyStep step = keys.nextStep(); step != null; step = keys.nextStep()) {
            steps.add(step);
        }
    }

    private ForwardSecrecy build(@Nullable AuthKey key) {
        KeyLifeBuilder builder = new KeyLifeBuilder(Keys.CRYPTO)
                .clock(clock, SessionClock.client(clock))
                .random(new SeededRandom(4));
        return (key == null ? builder : builder.permanent(key, new Salt(0))).forwardSecrecy();
    }
}
