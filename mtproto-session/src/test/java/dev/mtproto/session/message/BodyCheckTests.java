package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.test.Hex;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.FutureSalt;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.RpcResult;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with the body of a message. */
class BodyCheckTests {

    private static final Reaction CLOSE = new Reaction.Close();
    private static final Reaction BROKEN = new Reaction.RpcError(400, "INPUT_FETCH_ERROR");
    private static final Reaction CONTAINER = new Reaction.Notify(64);

    private final Pair pair = new Pair();

    private void assertRefused(Check check, Reaction server, byte[] body) {
        int seqNo = 1;
        Recorder atServer = pair.serverReceives(Pair.toServerId(100), seqNo, body);
        assertEquals(new Refusal(check, server, Pair.toServerId(100), seqNo), atServer.onlyRefusal());
        assertTrue(atServer.messages.isEmpty());
        Recorder atClient = pair.clientReceives(Pair.toClientId(100), seqNo, body);
        assertEquals(new Refusal(check, CLOSE, Pair.toClientId(100), seqNo), atClient.onlyRefusal());
        assertTrue(atClient.messages.isEmpty());
    }

    @Test
    @Tag("M13")
    void aBodyHasAnId() {
        assertRefused(Check.M13, BROKEN, new byte[0]);
    }

    @Test
    @Tag("M13")
    void nothingMayFollowAServiceMessageOrMissAtItsEnd() {
        assertRefused(Check.M13, BROKEN, Arrays.copyOf(Bodies.PING, 16));
    }

    @Test
    @Tag("M13")
    void aServiceMessageMayNotEndEarly() {
        assertRefused(Check.M13, BROKEN, Arrays.copyOf(Bodies.PING, 8));
    }

    @Test
    @Tag("M13")
    void aListOfIdsFitsExactly() {
        byte[] ack = Bodies.ack(1L, 2L);
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(ack, ack.length - 4));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(ack, ack.length + 4));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(ack, 8));
        byte[] noVector = ack.clone();
        noVector[4]++;
        assertRefused(Check.M13, CONTAINER, noVector);
    }

    @Test
    @Tag("M13")
    void bytesInsideAServiceMessageFitExactly() {
        byte[] info = Bodies.of(new MsgsStateInfo(1, TlBytes.of(new byte[6])));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(info, info.length + 4));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(info, info.length - 4));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(info, 12));
        byte[] all = Bodies.of(new MsgsAllInfo(List.of(1L), TlBytes.of(new byte[6])));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(all, all.length - 4));
        info[12] = (byte) 255;
        assertRefused(Check.M13, CONTAINER, info);
    }

    @Test
    @Tag("M13")
    void futureSaltsFitExactly() {
        byte[] salts = Bodies.of(new FutureSalts(1, 2, List.of(new FutureSalt(1, 2, 3))));
        assertEquals(
                1, pair.clientReceives(Pair.toClientId(0), 0, salts).messages.size());
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(salts, salts.length + 16));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(salts, salts.length - 4));
        assertRefused(Check.M13, CONTAINER, Arrays.copyOf(salts, 16));
    }

    @Test
    @Tag("M13")
    void theBodyIsExactlyAsLongAsItSays() {
        byte[] packet = pair.toServer.seal(
                Pair.SALT, Pair.SESSION, Pair.toServerId(0), 1, 4, Bodies.concat(Bodies.QUERY, new byte[28]), 0);
        Recorder recorder = pair.receive(Role.SERVER, packet);
        assertEquals(Hex.of(Bodies.QUERY), recorder.messages.get(0).body());
    }

    @Tag("M14")
    @ParameterizedTest
    @EnumSource
    void takesAContainerOfUpTo1024(Role role) {
        Bodies.Inner[] messages = new Bodies.Inner[1024];
        Arrays.setAll(messages, i -> new Bodies.Inner(Pair.id(role, 0, i), 0, Bodies.PING));
        byte[] packet = pair.against(role).message(Pair.id(role, 0, 2000), 0, Bodies.container(messages));
        assertEquals(1024, pair.receive(role, packet).messages.size());
        byte[] empty = pair.against(role).message(Pair.id(role, 0, 2001), 0, Bodies.container());
        Recorder recorder = pair.receive(role, empty);
        assertTrue(recorder.messages.isEmpty() && recorder.refusals.isEmpty(), recorder::toString);
    }

    private void assertNoContainer(byte[] toServer, byte[] toClient) {
        Recorder atServer = pair.serverReceives(Pair.toServerId(5000), 0, toServer);
        assertEquals(new Refusal(Check.M14, CONTAINER, Pair.toServerId(5000), 0), atServer.onlyRefusal());
        Recorder atClient = pair.clientReceives(Pair.toClientId(5000), 0, toClient);
        assertEquals(new Refusal(Check.M14, CLOSE, Pair.toClientId(5000), 0), atClient.onlyRefusal());
        assertTrue(atServer.messages.isEmpty() && atClient.messages.isEmpty());
    }

    @Test
    @Tag("M14")
    void refusesAContainerOfMore() {
        Bodies.Inner[] messages = new Bodies.Inner[1025];
        Arrays.setAll(messages, i -> new Bodies.Inner(Pair.toServerId(i), 0, Bodies.PING));
        Bodies.Inner[] answers = new Bodies.Inner[1025];
        Arrays.setAll(answers, i -> new Bodies.Inner(Pair.toClientId(i), 0, Bodies.PING));
        assertNoContainer(Bodies.container(messages), Bodies.container(answers));
    }

    @Test
    @Tag("M14")
    void refusesAContainerThatDoesNotFitExactly() {
        Bodies.Inner toServer = new Bodies.Inner(Pair.toServerId(0), 0, Bodies.PING);
        Bodies.Inner toClient = new Bodies.Inner(Pair.toClientId(0), 0, Bodies.PING);
        for (int count : new int[] {-1, 0, 2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertNoContainer(Bodies.container(count, toServer), Bodies.container(count, toClient));
        }
        for (int length :
                new int[] {-4, 0, 8, 10, 13, 16, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 3}) {
            assertNoContainer(
                    Bodies.container(new Bodies.Inner(Pair.toServerId(0), 0, length, Bodies.PING)),
                    Bodies.container(new Bodies.Inner(Pair.toClientId(0), 0, length, Bodies.PING)));
        }
        int wrapping = Integer.MAX_VALUE - 3;
        assertNoContainer(
                Bodies.container(new Bodies.Inner(Pair.toServerId(0), 0, wrapping, Bodies.PING), toServer),
                Bodies.container(new Bodies.Inner(Pair.toClientId(0), 0, wrapping, Bodies.PING), toClient));
        byte[] trailing = Bodies.concat(Bodies.container(toServer), new byte[4]);
        assertNoContainer(trailing, Bodies.concat(Bodies.container(toClient), new byte[4]));
        assertNoContainer(Arrays.copyOf(trailing, 4), Arrays.copyOf(trailing, 4));
    }

    @Test
    @Tag("M14")
    void refusesAContainerInAContainer() {
        byte[] toServer = Bodies.container(new Bodies.Inner(Pair.toServerId(0), 0, Bodies.container()));
        byte[] toClient = Bodies.container(new Bodies.Inner(Pair.toClientId(0), 0, Bodies.container()));
        assertNoContainer(toServer, toClient);
    }

    @Test
    @Tag("M14")
    void refusesInnerIdsThatAreNotLowerOrOfTheOtherSide() {
        for (int step : new int[] {5000, 5001}) {
            assertNoContainer(
                    Bodies.container(new Bodies.Inner(Pair.toServerId(step), 0, Bodies.PING)),
                    Bodies.container(new Bodies.Inner(Pair.toClientId(step), 0, Bodies.PING)));
        }
        assertNoContainer(
                Bodies.container(new Bodies.Inner(Pair.toServerId(0) + 1, 0, Bodies.PING)),
                Bodies.container(new Bodies.Inner(Pair.toClientId(0) - 1, 0, Bodies.PING)));
        assertNoContainer(
                Bodies.container(new Bodies.Inner(-4, 0, Bodies.PING)),
                Bodies.container(new Bodies.Inner(-1, 0, Bodies.PING)));
    }

    @Test
    @Tag("M14")
    void aKnownInnerIdConcernsThatMessageAlone() {
        pair.serverReceives(Pair.toServerId(1), 1, Bodies.QUERY);
        byte[] body = Bodies.container(
                new Bodies.Inner(Pair.toServerId(1), 1, Bodies.QUERY),
                new Bodies.Inner(Pair.toServerId(2), 3, Bodies.QUERY),
                new Bodies.Inner(Pair.toServerId(2), 3, Bodies.QUERY));
        Recorder recorder = pair.serverReceives(Pair.toServerId(3), 4, body);
        assertEquals(List.of(Pair.toServerId(2)), recorder.ids());
        assertEquals(List.of(Pair.toServerId(1), Pair.toServerId(2)), recorder.duplicates);
        assertTrue(recorder.refusals.isEmpty());
    }

    @Test
    @Tag("M14")
    void takesACopyApartUnlessItsMessageIsKnown() {
        byte[] body = Bodies.copy(new Bodies.Inner(Pair.toServerId(1), 1, Bodies.QUERY));
        Recorder first = pair.serverReceives(Pair.toServerId(2), 2, body);
        assertEquals(List.of(Pair.toServerId(1)), first.ids());
        assertEquals(List.of(Pair.toServerId(2)), first.copies);
        Recorder second = pair.serverReceives(Pair.toServerId(3), 2, body);
        assertEquals(List.of(Pair.toServerId(1)), second.duplicates);
        assertEquals(List.of(Pair.toServerId(3)), second.copies);
        byte[] nested = Bodies.copy(new Bodies.Inner(Pair.toServerId(5), 4, body));
        assertEquals(
                Check.M14, pair.serverReceives(Pair.toServerId(6), 4, nested).check());
        byte[] broken = body.clone();
        broken[4]++;
        assertEquals(
                Check.M14, pair.serverReceives(Pair.toServerId(9), 4, broken).check());
        assertEquals(
                Check.M14,
                pair.serverReceives(Pair.toServerId(9), 4, Arrays.copyOf(body, 20))
                        .check());
        assertEquals(
                Check.M14,
                pair.serverReceives(Pair.toServerId(9), 4, Arrays.copyOf(body, body.length + 4))
                        .check());
    }

    @Tag("M15")
    @ParameterizedTest
    @EnumSource
    void unpacksGzipAndZlib(Role role) {
        byte[] gzip = Bodies.gzip(Bodies.UPDATE);
        byte[] zlib = Bodies.packed(Bodies.zlibStream(Bodies.UPDATE));
        byte[] garbage = Bodies.packed(Bodies.concat(Bodies.gzipStream(Bodies.UPDATE), new byte[33]));
        int step = 0;
        for (byte[] body : List.of(gzip, zlib, garbage)) {
            byte[] packet = pair.against(role).message(Pair.id(role, 0, step++), 2 * step + 1, body);
            Recorder recorder = pair.receive(role, packet);
            assertEquals(Hex.of(Bodies.UPDATE), recorder.messages.get(0).body());
        }
    }

    @Test
    @Tag("M15")
    void refusesBrokenGzip() {
        byte[] stream = Bodies.gzipStream(Bodies.concat(Bodies.UPDATE, new byte[96]));
        for (int length = 0; length < stream.length; length++) {
            assertGzipRefused(Bodies.packed(Arrays.copyOf(stream, length)));
        }
        byte[] wrongChecksum = stream.clone();
        wrongChecksum[stream.length - 8] ^= 1;
        assertGzipRefused(Bodies.packed(wrongChecksum));
        byte[] trailing = Bodies.concat(Bodies.packed(stream), new byte[4]);
        assertGzipRefused(trailing);
        assertGzipRefused(Bodies.gzip(new byte[6]));
        assertGzipRefused(Bodies.gzip(new byte[0]));
    }

    private int next;

    private void assertGzipRefused(byte[] body) {
        next++;
        Recorder atServer = pair.serverReceives(Pair.toServerId(next), 2 * next + 1, body);
        assertEquals(new Refusal(Check.M15, BROKEN, Pair.toServerId(next), 2 * next + 1), atServer.onlyRefusal());
        assertEquals(
                1,
                pair.serverReceives(Pair.toServerId(next), 2 * next + 1, body)
                        .duplicates
                        .size());
        Recorder atClient = pair.clientReceives(Pair.toClientId(next), 1, body);
        assertEquals(new Refusal(Check.M15, CLOSE, Pair.toClientId(next), 1), atClient.onlyRefusal());
    }

    @Test
    @Tag("M15")
    @Tag("D2")
    void stopsAtTheLimit() {
        SessionLimits limits = new SessionLimits(1 << 20, 1024, 1000, 500);
        Pair small = new Pair(Pair.KEY, limits, PaddingPolicy.minimum());
        byte[] most = Bodies.gzip(Arrays.copyOf(Bodies.UPDATE, 1000));
        assertEquals(
                1, small.serverReceives(Pair.toServerId(0), 1, most).messages.size());
        byte[] more = Bodies.gzip(Arrays.copyOf(Bodies.UPDATE, 1004));
        assertEquals(
                Check.M15, small.serverReceives(Pair.toServerId(1), 3, more).check());
    }

    @Test
    @Tag("M15")
    @Tag("D2")
    void thePartsOfAPacketShareTheLimit() {
        SessionLimits limits = new SessionLimits(1 << 20, 1024, 1000, 500);
        Pair small = new Pair(Pair.KEY, limits, PaddingPolicy.minimum());
        byte[] half = Bodies.gzip(Arrays.copyOf(Bodies.UPDATE, 600));
        byte[] body = Bodies.container(
                new Bodies.Inner(Pair.toServerId(0), 1, half), new Bodies.Inner(Pair.toServerId(1), 3, half));
        Recorder recorder = small.serverReceives(Pair.toServerId(2), 4, body);
        assertEquals(List.of(Pair.toServerId(0)), recorder.ids());
        assertEquals(Check.M15, recorder.check());
        assertEquals(
                1, small.serverReceives(Pair.toServerId(3), 5, half).messages.size());
    }

    @Test
    @Tag("M15")
    @Tag("D2")
    void stopsABombWhateverTheLimit() {
        assertGzipRefused(Bodies.gzip(new byte[15 << 20]));
        byte[] dense = Bodies.gzip(Arrays.copyOf(Bodies.UPDATE, 1 << 20));
        assertEquals(
                1, pair.serverReceives(Pair.toServerId(50), 101, dense).messages.size());
    }

    @Test
    @Tag("M15")
    void refusesGzipInGzip() {
        assertGzipRefused(Bodies.gzip(Bodies.gzip(Bodies.UPDATE)));
    }

    @Test
    @Tag("M14")
    @Tag("M15")
    void onlyAServerMayPackAContainerOrAResult() {
        byte[] result = Bodies.gzip(Bodies.of(new RpcResult(4, new UpdatesTooLong())));
        assertEquals(
                Check.M15, pair.serverReceives(Pair.toServerId(0), 1, result).check());
        assertEquals(
                1, pair.clientReceives(Pair.toClientId(0), 1, result).messages.size());
        Bodies.Inner inner = new Bodies.Inner(Pair.toClientId(1), 1, Bodies.UPDATE);
        byte[] container = Bodies.gzip(Bodies.container(inner));
        assertEquals(
                List.of(Pair.toClientId(1)),
                pair.clientReceives(Pair.toClientId(2), 2, container).ids());
        byte[] toServer = Bodies.gzip(Bodies.container(new Bodies.Inner(Pair.toServerId(1), 1, Bodies.QUERY)));
        assertEquals(
                Check.M15, pair.serverReceives(Pair.toServerId(2), 3, toServer).check());
        byte[] nested = Bodies.container(new Bodies.Inner(Pair.toClientId(4), 0, container));
        assertEquals(
                Check.M14, pair.clientReceives(Pair.toClientId(5), 2, nested).check());
        byte[] twice =
                Bodies.gzip(Bodies.container(new Bodies.Inner(Pair.toClientId(6), 1, Bodies.gzip(Bodies.UPDATE))));
        assertEquals(
                Check.M15, pair.clientReceives(Pair.toClientId(7), 2, twice).check());
    }

    @Test
    @Tag("M16")
    @Tag("D2")
    void refusesMoreThan8192Ids() {
        List<Long> most = new ArrayList<>(Collections.nCopies(8192, 5L));
        assertEquals(
                1,
                pair.serverReceives(Pair.toServerId(0), 0, Bodies.of(new MsgsStateReq(most)))
                        .messages
                        .size());
        assertEquals(
                1,
                pair.clientReceives(Pair.toClientId(0), 0, Bodies.of(new MsgsStateReq(most)))
                        .messages
                        .size());
        most.add(5L);
        assertRefused(Check.M16, CONTAINER, Bodies.of(new MsgsStateReq(most)));
        assertRefused(Check.M16, CONTAINER, Bodies.of(new MsgsAllInfo(most, TlBytes.of(new byte[4]))));
        byte[] negative = Bodies.ack(1L);
        negative[11] = (byte) 0x80;
        assertRefused(Check.M16, CONTAINER, negative);
    }
}
