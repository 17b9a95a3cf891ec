package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TlException;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results of queries, and lists of ids. */
class RpcResultsTests {

    private static final NearestDc ANSWER = new NearestDc("NL", 2, 4);

    private final RpcResults results = new RpcResults(MtprotoSchema.INSTANCE, SessionLimits.DEFAULT);

    private static byte[] result(TlObject object) {
        return Bodies.of(new RpcResult(77, object));
    }

    private static byte[] gzipped(byte[] result) {
        byte[] packed = Bodies.gzip(Arrays.copyOfRange(result, 12, result.length));
        return Bodies.concat(Arrays.copyOf(result, 12), packed);
    }

    private NearestDc read(byte[] body) {
        return results.read(body, 0, body.length, new HelpGetNearestDc());
    }

    @Test
    void readsResultsPlainAndGzipped() {
        byte[] body = result(ANSWER);
        assertTrue(RpcResults.isResult(body, 0, body.length));
        assertEquals(77, RpcResults.requestId(body, 0, body.length));
        assertEquals(ANSWER, read(body));
        assertEquals(ANSWER, read(gzipped(body)));
    }

    @Test
    void throwsErrorsPlainAndGzipped() {
        byte[] body = result(new RpcError(420, "FLOOD_WAIT_7"));
        for (byte[] each : new byte[][] {body, gzipped(body)}) {
            RpcException error = assertThrows(RpcException.class, () -> read(each));
            assertEquals(420, error.code());
            assertEquals("FLOOD_WAIT", error.type());
            assertEquals(7, error.argument().orElseThrow());
        }
    }

    @Test
    @Tag("M13")
    void refusesWhatIsNoResult() {
        byte[] body = result(ANSWER);
        assertFalse(RpcResults.isResult(body, 0, 12));
        assertEquals(Check.M13, checkOf(() -> read(Arrays.copyOf(body, 12))));
        assertEquals(Check.M13, checkOf(() -> read(Bodies.PING)));
        assertThrows(TlException.class, () -> read(Arrays.copyOf(body, body.length + 4)));
        assertThrows(TlException.class, () -> read(Arrays.copyOf(body, body.length - 4)));
        byte[] error = result(new RpcError(400, "X"));
        assertThrows(TlException.class, () -> read(Arrays.copyOf(error, error.length + 4)));
    }

    @Test
    @Tag("M15")
    void refusesBrokenAndNestedGzip() {
        byte[] body = result(ANSWER);
        assertEquals(Check.M15, checkOf(() -> read(gzipped(gzipped(body)))));
        byte[] packed = gzipped(body);
        packed[30] ^= 1;
        assertEquals(Check.M15, checkOf(() -> read(packed)));
        RpcResults small = new RpcResults(MtprotoSchema.INSTANCE, new SessionLimits(1 << 20, 10, 8, 500));
        byte[] good = gzipped(body);
        assertEquals(Check.M15, checkOf(() -> small.read(good, 0, good.length, new HelpGetNearestDc())));
        small.close();
        assertEquals(ANSWER, read(good));
    }

    @Test
    void packsWhatItUnpacks() {
        byte[] object = Arrays.copyOf(Bodies.UPDATE, 5000);
        byte[] packed = Gzip.pack(object, 0, object.length);
        assertTrue(packed.length < 200);
        assertArrayEquals(object, Gzip.unpack(packed, 0, packed.length, 5000));
        assertEquals(Check.M15, checkOf(() -> Gzip.unpack(packed, 0, packed.length, 4999)));
        assertEquals(Check.M15, checkOf(() -> Gzip.unpack(Bodies.PING, 0, 12, 4999)));
    }

    @Test
    @Tag("M16")
    void readsListsOfUpTo8192Ids() {
        byte[] ack = Bodies.ack(5L, 6L);
        assertArrayEquals(new long[] {5, 6}, MessageIds.read(ack, 4, ack.length - 4));
        Long[] most = new Long[8192];
        Arrays.fill(most, 1L);
        byte[] full = Bodies.ack(most);
        assertEquals(8192, MessageIds.read(full, 4, full.length - 4).length);
        WireBytes.putInt(full, 8, 8193);
        assertEquals(Check.M16, checkOf(() -> MessageIds.read(full, 4, full.length - 4)));
        WireBytes.putInt(full, 8, -1);
        assertEquals(Check.M16, checkOf(() -> MessageIds.read(full, 4, full.length - 4)));
        assertEquals(Check.M13, checkOf(() -> MessageIds.read(ack, 4, ack.length - 8)));
        assertEquals(Check.M13, checkOf(() -> MessageIds.read(ack, 0, ack.length)));
    }

    private static Check checkOf(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(SessionException.class, action).check().orElseThrow();
    }
}
