package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionId;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the header of a packet that is genuine: session, parity, repeat, time, salt. */
class HeaderCheckTests {

    private final Pair pair = new Pair();

    @Test
    @Tag("M7")
    void clientClosesOnAStrangeSession() {
        byte[] packet = pair.toClient.message(Pair.SALT, 99, Pair.toClientId(0), 1, Bodies.UPDATE);
        Refusal refusal = pair.receive(Role.CLIENT, packet).onlyRefusal();
        assertEquals(new Refusal(Check.M7, new Reaction.Close(), Pair.toClientId(0), 1), refusal);
    }

    @Test
    @Tag("M7")
    void clientDiscardsAReplacedSessionForTenSeconds() {
        SessionId next = pair.client.renew();
        assertNotEquals(Pair.SESSION, next.value());
        assertEquals(
                new Reaction.Discard(),
                pair.clientReceives(Pair.toClientId(0), 1, Bodies.UPDATE).reaction());
        pair.time.advance(Duration.ofMillis(9_999));
        assertEquals(
                new Reaction.Discard(),
                pair.clientReceives(Pair.toClientId(0), 1, Bodies.UPDATE).reaction());
        pair.time.advance(Duration.ofMillis(1));
        assertEquals(
                new Reaction.Close(),
                pair.clientReceives(Pair.toClientId(0), 1, Bodies.UPDATE).reaction());
        byte[] packet = pair.toClient.message(Pair.SALT, next.value(), Pair.toClientId(0), 1, Bodies.UPDATE);
        assertEquals(1, pair.receive(Role.CLIENT, packet).messages.size());
    }

    @Test
    @Tag("M7")
    void serverTakesNothingOfAnotherSession() {
        byte[] packet = pair.toServer.message(Pair.SALT, 99, Pair.toServerId(0), 1, Bodies.QUERY);
        assertEquals(
                new Refusal(Check.M7, new Reaction.Discard(), Pair.toServerId(0), 1),
                pair.receive(Role.SERVER, packet).onlyRefusal());
    }

    @Tag("M8")
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void clientClosesOnAnEvenId(int low) {
        long id = (Pair.toClientId(0) & ~3) + low;
        assertEquals(
                new Refusal(Check.M8, new Reaction.Close(), id, 1),
                pair.clientReceives(id, 1, Bodies.UPDATE).onlyRefusal());
    }

    @Test
    @Tag("M8")
    void clientTakesBothOddIds() {
        assertEquals(
                1,
                pair.clientReceives(Pair.toClientId(0) + 2, 1, Bodies.UPDATE)
                        .messages
                        .size());
        assertEquals(
                1,
                pair.clientReceives(Pair.toClientId(1), 3, Bodies.UPDATE)
                        .messages
                        .size());
    }

    @Tag("M8")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void serverNotifiesAboutOtherIdsThanMultiplesOf4(int low) {
        long id = Pair.toServerId(0) + low;
        assertEquals(
                new Refusal(Check.M8, new Reaction.Notify(18), id, 1),
                pair.serverReceives(id, 1, Bodies.QUERY).onlyRefusal());
    }

    @Test
    @Tag("M9")
    void reportsARepeatAsDuplicate() {
        assertEquals(
                List.of(Pair.toClientId(0)),
                pair.clientReceives(Pair.toClientId(0), 1, Bodies.UPDATE).ids());
        Recorder again = pair.clientReceives(Pair.toClientId(0), 1, Bodies.UPDATE);
        assertEquals(List.of(Pair.toClientId(0)), again.duplicates);
        assertTrue(again.messages.isEmpty() && again.refusals.isEmpty(), again::toString);
    }

    @Test
    @Tag("M9")
    void refusesWhatIsBelowAllThatIsRemembered() {
        SessionLimits limits = new SessionLimits(1 << 20, 1024, 1 << 20, 500);
        Pair small = new Pair(Pair.KEY, limits, PaddingPolicy.minimum());
        for (int i = 1; i <= 500; i++) {
            small.serverReceives(Pair.toServerId(i), 0, Bodies.PING);
            small.clientReceives(Pair.toClientId(i), 0, Bodies.PING);
        }
        assertEquals(
                new Refusal(Check.M9, new Reaction.Notify(20), Pair.toServerId(0), 0),
                small.serverReceives(Pair.toServerId(0), 0, Bodies.PING).onlyRefusal());
        assertEquals(
                new Refusal(Check.M9, new Reaction.Discard(), Pair.toClientId(0), 0),
                small.clientReceives(Pair.toClientId(0), 0, Bodies.PING).onlyRefusal());
    }

    @Test
    @Tag("M9")
    void tellsARepeatedContainerFromAnotherOneUnderItsId() {
        byte[] first = Bodies.container(new Bodies.Inner(Pair.toServerId(0), 0, Bodies.PING));
        byte[] other = Bodies.container(new Bodies.Inner(Pair.toServerId(1), 0, Bodies.PING));
        pair.serverReceives(Pair.toServerId(5), 0, first);
        assertEquals(List.of(Pair.toServerId(5)), pair.serverReceives(Pair.toServerId(5), 0, first).duplicates);
        assertEquals(
                new Refusal(Check.M9, new Reaction.Notify(19), Pair.toServerId(5), 0),
                pair.serverReceives(Pair.toServerId(5), 0, other).onlyRefusal());
    }

    @Test
    @Tag("M10")
    void serverSaysWhetherAnIdIsTooLowOrTooHigh() {
        long now = Pair.NOW << 32;
        assertEquals(
                new Reaction.Notify(16),
                pair.serverReceives(now - (300L << 32) - 4, 1, Bodies.QUERY).reaction());
        assertEquals(
                new Reaction.Notify(17),
                pair.serverReceives(now + (30L << 32) + 4, 1, Bodies.QUERY).reaction());
        assertEquals(
                1,
                pair.serverReceives(now - (300L << 32), 1, Bodies.QUERY)
                        .messages
                        .size());
        assertEquals(
                1,
                pair.serverReceives(now + (30L << 32), 3, Bodies.QUERY).messages.size());
    }

    @Tag("M10")
    @ParameterizedTest
    @ValueSource(longs = {-301, 31, -100_000, 100_000})
    void clientDiscardsAndForgetsWhatIsOutOfTime(long seconds) {
        long id = Pair.id(Role.CLIENT, seconds, 0);
        Recorder recorder = pair.clientReceives(id, 1, Bodies.UPDATE);
        assertEquals(new Refusal(Check.M10, new Reaction.Discard(), id, 1), recorder.onlyRefusal());
        pair.time.advance(Duration.ofSeconds(seconds));
        pair.clientClock.synchroniseTo(0);
        assertEquals(List.of(id), pair.clientReceives(id, 1, Bodies.UPDATE).ids());
    }

    @Test
    @Tag("M10")
    void clientTakesAnyTimeBeforeItKnowsTheServers() {
        SessionClock clock = SessionClock.client(pair.time);
        EncryptedSession fresh =
                Pair.builder(Pair.KEY, Role.CLIENT).clock(clock).build();
        byte[] packet = pair.toClient.message(Pair.id(Role.CLIENT, 5000, 0), 1, Bodies.UPDATE);
        Recorder recorder = new Recorder();
        fresh.unpack(packet, 0, packet.length, recorder);
        assertEquals(1, recorder.messages.size());
        assertEquals(5000, clock.offset().toSeconds());
        byte[] late = pair.toClient.message(Pair.toClientId(0), 3, Bodies.UPDATE);
        fresh.unpack(late, 0, late.length, recorder);
        assertEquals(Check.M10, recorder.check());
    }

    @Test
    @Tag("M10")
    void clientTakesWhatCorrectsItsClockAtAnyTime() {
        byte[] notification = Bodies.of(new BadMsgNotification(4, 0, 16));
        byte[] salt = Bodies.of(new BadServerSalt(4, 0, 48, 7));
        assertEquals(
                1,
                pair.clientReceives(Pair.id(Role.CLIENT, 9000, 0), 0, notification)
                        .messages
                        .size());
        assertEquals(
                1,
                pair.clientReceives(Pair.id(Role.CLIENT, -9000, 0), 0, salt)
                        .messages
                        .size());
        byte[] both = Bodies.container(
                new Bodies.Inner(Pair.id(Role.CLIENT, 9000, 1), 0, notification),
                new Bodies.Inner(Pair.id(Role.CLIENT, 9000, 2), 1, Bodies.UPDATE));
        Recorder recorder = pair.clientReceives(Pair.id(Role.CLIENT, 9000, 3), 2, both);
        assertEquals(List.of(Pair.id(Role.CLIENT, 9000, 1)), recorder.ids());
        assertEquals(
                new Refusal(Check.M10, new Reaction.Discard(), Pair.id(Role.CLIENT, 9000, 3), 2),
                recorder.onlyRefusal());
    }

    @Test
    @Tag("M10")
    void timeDoesNotConcernMessagesInsideAContainer() {
        long old = Pair.id(Role.SERVER, -4000, 0);
        byte[] body = Bodies.container(new Bodies.Inner(old, 1, Bodies.QUERY));
        assertEquals(
                List.of(old), pair.serverReceives(Pair.toServerId(0), 2, body).ids());
    }

    @Test
    @Tag("M11")
    void serverAnswersAWrongSaltWithTheRightOneAndForgetsTheMessage() {
        byte[] wrong = pair.toServer.message(Pair.SALT + 1, Pair.SESSION, Pair.toServerId(0), 1, Bodies.QUERY);
        assertEquals(
                new Refusal(Check.M11, new Reaction.NewSalt(Pair.SALT), Pair.toServerId(0), 1),
                pair.receive(Role.SERVER, wrong).onlyRefusal());
        assertEquals(
                1,
                pair.serverReceives(Pair.toServerId(0), 1, Bodies.QUERY)
                        .messages
                        .size());
    }

    @Test
    @Tag("M11")
    void clientTakesAnySalt() {
        byte[] packet = pair.toClient.message(77, Pair.SESSION, Pair.toClientId(0), 1, Bodies.UPDATE);
        assertEquals(1, pair.receive(Role.CLIENT, packet).messages.size());
    }

    @Test
    void serverChecksInTheRightOrder() {
        long early = Pair.id(Role.SERVER, -1000, 0);
        byte[] broken = Bodies.container(7);
        byte[] all = pair.toServer.message(1, Pair.SESSION, early + 1, 2, broken);
        assertEquals(Check.M8, pair.receive(Role.SERVER, all).check());
        byte[] timeAndSalt = pair.toServer.message(1, Pair.SESSION, early, 2, broken);
        assertEquals(Check.M10, pair.receive(Role.SERVER, timeAndSalt).check());
        byte[] saltAndBody = pair.toServer.message(1, Pair.SESSION, Pair.toServerId(9), 3, broken);
        assertEquals(Check.M11, pair.receive(Role.SERVER, saltAndBody).check());
        assertEquals(
                Check.M14, pair.serverReceives(Pair.toServerId(9), 3, broken).check());
        assertEquals(
                Check.M12,
                pair.serverReceives(Pair.toServerId(9), 3, Bodies.container()).check());
    }

    @Test
    void nothingRefusedIsRemembered() {
        long id = Pair.toServerId(0);
        pair.serverReceives(id, 2, Bodies.QUERY);
        pair.serverReceives(id, 1, Bodies.container(7));
        pair.receive(Role.SERVER, pair.toServer.message(1, Pair.SESSION, id, 1, Bodies.QUERY));
        assertEquals(List.of(id), pair.serverReceives(id, 1, Bodies.QUERY).ids());
    }
}
