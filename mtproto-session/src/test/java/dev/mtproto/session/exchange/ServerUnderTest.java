package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.Int256;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.ClientDHInnerData;
import dev.mtproto.tl.schema.PQInnerDataDc;
import dev.mtproto.tl.schema.ReqDHParams;
import dev.mtproto.tl.schema.ReqPqMulti;
import dev.mtproto.tl.schema.ResPQ;
import dev.mtproto.tl.schema.ServerDHInnerData;
import dev.mtproto.tl.schema.ServerDHParamsOk;
import dev.mtproto.tl.schema.SetClientDHParams;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A server, and a client played by the test, which can say anything. */
final class ServerUnderTest {

    static final long NOW = 1_700_000_000;
    static final Int128 NONCE = Int128.of(new SeededRandom(21).nextBytes(16));
    static final byte[] NEW_NONCE = new SeededRandom(22).nextBytes(32);
    static final byte[] B = new SeededRandom(23).nextBytes(256);
    static final byte[] G_B = TestServer.CRYPTO.modPow(new byte[] {3}, B, ClientUnderTest.PRIME);
    static final Int128 OTHER = ClientUnderTest.OTHER;

    final FakeClock clock = FakeClock.at(NOW);
    final List<AuthKey> added = new ArrayList<>();
    final ServerExchange exchange;
    final PacketBuffer out = new PacketBuffer();
    Predicate<AuthKey> isFree = key -> true;
    ResPQ resPq;
    PrimePair primes;

    ServerUnderTest() {
        this(TestServer.options(), TestServer.CRYPTO, new SeededRandom(24));
    }

    ServerUnderTest(ServerExchangeOptions.Builder options, Crypto crypto, RandomSource random) {
        exchange = new ServerExchange(options.build(), crypto, random, clock, this::add);
        resPq = ask(NONCE);
        primes = PqFactor.factor(ByteBuffer.wrap(resPq.pq().toByteArray()).getLong())
                .orElseThrow();
    }

    private boolean add(AuthKey key, Salt salt) {
        added.add(key);
        return isFree.test(key);
    }

    ServerReply send(TlObject query) {
        byte[] packet = Packets.of(query);
        return exchange.receive(packet, 0, packet.length, out);
    }

    /** Sends a query and reads the answer. */
    <T> T send(TlObject query, Function<TlReader, T> read) {
        ServerReply reply = send(query);
        assertEquals(false, reply instanceof ServerReply.Refused, reply::toString);
        byte[] body = Packets.body(Packets.of(out));
        return read.apply(new TlReader(body, 0, body.length));
    }

    void refuses(Check check, TlObject query) {
        out.reset(0);
        assertEquals(new ServerReply.Refused(check, check == Check.S7 ? -444 : -404), send(query));
        assertEquals(0, out.length());
    }

    ResPQ ask(Int128 nonce) {
        return send(new ReqPqMulti(nonce), ResPQ::read);
    }

    /** Returns right inner data. */
    PQInnerDataDc inner() {
        return new PQInnerDataDc(resPq.pq(), p(), q(), NONCE, resPq.serverNonce(), Int256.of(NEW_NONCE), TestServer.DC);
    }

    TlBytes p() {
        return Unsigned.minimal(primes.p());
    }

    TlBytes q() {
        return Unsigned.minimal(primes.q());
    }

    static byte[] encrypt(TlObject inner) {
        return RsaPad.encrypt(
                Outcome.bytes(inner), TestServer.KEY.publicKey(), TestServer.CRYPTO, new SeededRandom(25));
    }

    ReqDHParams reqDhParams(byte[] encrypted) {
        return new ReqDHParams(
                NONCE, resPq.serverNonce(), p(), q(), ClientUnderTest.fingerprint(), TlBytes.of(encrypted));
    }

    ReqDHParams reqDhParams() {
        return reqDhParams(encrypt(inner()));
    }

    TemporaryKeys temporaryKeys() {
        return TemporaryKeys.derive(NEW_NONCE, resPq.serverNonce().toByteArray(), TestServer.CRYPTO);
    }

    /** Gets the server's half of the key. */
    ServerDHInnerData proceed() {
        ServerDHParamsOk answer = send(reqDhParams(), ServerDHParamsOk::read);
        return HashedText.open(
                answer.encryptedAnswer().toByteArray(),
                temporaryKeys(),
                TestServer.CRYPTO,
                ServerDHInnerData::read,
                Check.H8,
                Check.H9);
    }

    ClientDHInnerData half(long retryId, byte[] publicValue) {
        return new ClientDHInnerData(NONCE, resPq.serverNonce(), retryId, TlBytes.of(publicValue));
    }

    SetClientDHParams seal(TlObject inner) {
        byte[] text = HashedText.seal(inner, temporaryKeys(), TestServer.CRYPTO, new SeededRandom(26));
        return raw(text);
    }

    SetClientDHParams raw(byte[] encrypted) {
        return new SetClientDHParams(NONCE, resPq.serverNonce(), TlBytes.of(encrypted));
    }

    SetClientDHParams setClientDhParams() {
        return seal(half(0, G_B));
    }

    AuthKey finish() {
        return assertInstanceOf(ServerReply.KeyCreated.class, send(setClientDhParams()))
                .key();
    }
}
