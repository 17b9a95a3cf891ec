package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.test.Hex;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.Int256;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.PQInnerData;
import dev.mtproto.tl.schema.PQInnerDataDc;
import dev.mtproto.tl.schema.PQInnerDataTemp;
import dev.mtproto.tl.schema.PQInnerDataTempDc;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.ReqDHParams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for req_DH_params behind the encryption, and for what stands beside it. */
class ServerInnerDataTests {

    private static final ServerReply ANSWER = new ServerReply.Answer();
    private static final Int256 SECRET = Int256.of(ServerUnderTest.NEW_NONCE);

    private final ServerUnderTest server = new ServerUnderTest();

    private void refusesInner(Check check, TlObject inner) {
        server.refuses(check, server.reqDhParams(ServerUnderTest.encrypt(inner)));
    }

    private void takesInner(TlObject inner) {
        assertEquals(ANSWER, server.send(server.reqDhParams(ServerUnderTest.encrypt(inner))));
    }

    private void refusesPrimes(TlBytes p, TlBytes q) {
        ReqDHParams right = server.reqDhParams();
        server.refuses(
                Check.S3,
                new ReqDHParams(
                        right.nonce(), right.serverNonce(), p, q, right.publicKeyFingerprint(), right.encryptedData()));
    }

    @Test
    @Tag("S3")
    void namesThePrimesInOrder() {
        refusesPrimes(server.q(), server.p());
    }

    @Test
    @Tag("S3")
    void namesTheRightP() {
        refusesPrimes(TlBytes.of((byte) 1), server.q());
    }

    @Test
    @Tag("S3")
    void namesTheRightQ() {
        refusesPrimes(server.p(), server.resPq.pq());
    }

    @Test
    @Tag("S3")
    void namesThePrimesWithoutLongRowsOfZeros() {
        byte[] longer = new byte[9];
        System.arraycopy(server.p().toByteArray(), 0, longer, 5, 4);
        refusesPrimes(TlBytes.of(longer), server.q());
    }

    @Test
    @Tag("S4")
    void namesAKeyOfTheServer() {
        ReqDHParams right = server.reqDhParams();
        server.refuses(
                Check.S4,
                new ReqDHParams(
                        right.nonce(),
                        right.serverNonce(),
                        right.p(),
                        right.q(),
                        right.publicKeyFingerprint() + 1,
                        right.encryptedData()));
    }

    private TlObject inner(TlBytes pq, TlBytes p, TlBytes q, Int128 nonce, Int128 serverNonce) {
        return new PQInnerDataDc(pq, p, q, nonce, serverNonce, SECRET, TestServer.DC);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Tag("S6")
    void repeatsWhatStandsOutside(int wrong) {
        Int128 nonce = wrong == 0 ? ServerUnderTest.OTHER : ServerUnderTest.NONCE;
        Int128 serverNonce = wrong == 1 ? ServerUnderTest.OTHER : server.resPq.serverNonce();
        TlBytes p = wrong == 2 ? server.q() : server.p();
        TlBytes q = wrong == 3 ? server.p() : server.q();
        TlBytes pq = wrong == 4 ? server.p() : server.resPq.pq();
        refusesInner(Check.S6, inner(pq, p, q, nonce, serverNonce));
    }

    @Test
    @Tag("S6")
    void isInnerData() {
        refusesInner(Check.S6, new Ping(1));
    }

    @Test
    void mayHaveAnyOfTheFourForms() {
        Int128 serverNonce = server.resPq.serverNonce();
        takesInner(
                new PQInnerData(server.resPq.pq(), server.p(), server.q(), ServerUnderTest.NONCE, serverNonce, SECRET));
        assertEquals(true, server.finish().expiresAt().isEmpty());
    }

    private TlObject temporary(int dc, int expiresIn) {
        return new PQInnerDataTempDc(
                server.resPq.pq(),
                server.p(),
                server.q(),
                ServerUnderTest.NONCE,
                server.resPq.serverNonce(),
                SECRET,
                dc,
                expiresIn);
    }

    private TlObject untagged(int expiresIn) {
        return new PQInnerDataTemp(
                server.resPq.pq(),
                server.p(),
                server.q(),
                ServerUnderTest.NONCE,
                server.resPq.serverNonce(),
                SECRET,
                expiresIn);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, -2, 10002, -10002, Integer.MIN_VALUE})
    @Tag("S7")
    void namesTheDataCentre(int dc) {
        refusesInner(
                Check.S7,
                new PQInnerDataDc(
                        server.resPq.pq(),
                        server.p(),
                        server.q(),
                        ServerUnderTest.NONCE,
                        server.resPq.serverNonce(),
                        SECRET,
                        dc));
    }

    @Test
    @Tag("S7")
    void namesTheDataCentreForATemporaryKeyToo() {
        refusesInner(Check.S7, temporary(TestServer.DC + 1, 3600));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    @Tag("S8")
    void asksForALifeInTheFuture(int expiresIn) {
        refusesInner(Check.S8, temporary(TestServer.DC, expiresIn));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    @Tag("S8")
    void asksForALifeInTheFutureWithoutDataCentreToo(int expiresIn) {
        refusesInner(Check.S8, untagged(expiresIn));
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "59, 60", "60, 60", "86400, 86400", "604800, 604800", "604801, 604800", "2147483647, 604800"})
    @Tag("S8")
    void getsALifeWithinLimits(int expiresIn, int granted) {
        takesInner(expiresIn % 2 == 0 ? untagged(expiresIn) : temporary(TestServer.DC, expiresIn));
        assertEquals(ServerUnderTest.NOW + granted, server.finish().expiresAt().getAsLong());
    }

    @Test
    void mayNameAnyDataCentreWhereTheServerSaysSo() {
        ServerExchangeOptions options = TestServer.options().anyDc().build();
        assertEquals(true, options.acceptsDc().test(10_005));
        assertEquals(false, TestServer.options().build().acceptsDc().test(10_005));
        assertThrows(IllegalArgumentException.class, () -> ServerExchangeOptions.builder()
                .build());
    }

    @Test
    void mayStandInFrontOfOtherBytes() {
        assertInstanceOf(ServerReply.Answer.class, server.send(server.reqDhParams()));
        byte[] again = Packets.withTail(Packets.of(server.reqDhParams()), Hex.bytes("01020304"));
        assertEquals(ANSWER, server.exchange.receive(again, 0, again.length, server.out));
    }
}
