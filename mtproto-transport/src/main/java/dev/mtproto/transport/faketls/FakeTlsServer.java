package dev.mtproto.transport.faketls;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.support.BigEndian;
import dev.mtproto.transport.support.Gathered;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of the fake TLS handshake: takes a hello only if it proves one of the secrets, was made now and never came
 * before. Behind it the stream continues in {@link TlsRecords}.
 *
 * <p>A hello that is refused gets no answer from here. Whoever wants to hide the proxy hands the connection, from {@link
 * #received} on, to the true server of the domain; else it is closed.
 *
 * @see FakeTlsAcceptor#newHandshake
 */
public final class FakeTlsServer implements Handshake {

    private static final int RECORD_HEADER = ClientHello.RECORD_HEADER;
    private static final int RANDOM = ClientHello.RANDOM;
    private static final int RANDOM_LENGTH = ClientHello.RANDOM_LENGTH;
    private static final int PROOF_LENGTH = 28;

    private final FakeTlsAcceptor acceptor;
    private final Gathered hello = new Gathered();
    private @Nullable ProxySecret secret;

    FakeTlsServer(FakeTlsAcceptor acceptor) {
        this.acceptor = acceptor;
    }

    /** Returns nothing: a server waits for the hello. */
    @Override
    public byte[] start() {
        return new byte[0];
    }

    @Override
    public Step receive(byte[] data, int offset, int length) {
        int consumed = hello.fill(data, offset, length, RECORD_HEADER);
        if (hello.length() < RECORD_HEADER) {
            return Step.needMore(consumed);
        }
        int wanted = RECORD_HEADER + BigEndian.read16(hello.array(), 3);
        if (!ClientHello.hasRecordHeader(hello.array()) || wanted > ClientHello.LONGEST) {
            throw refused("is no record of a ClientHello");
        }
        consumed += hello.fill(data, offset + consumed, length - consumed, wanted);
        if (hello.length() < wanted) {
            return Step.needMore(consumed);
        }
        return Step.done(answer(hello.toByteArray()), consumed);
    }

    /** Returns the secret that the client holds, once the handshake is done. */
    public Optional<ProxySecret> secret() {
        return Optional.ofNullable(secret);
    }

    /** Returns what was received so far of the hello, also of a refused one. */
    public byte[] received() {
        return hello.toByteArray();
    }

    private byte[] answer(byte[] record) {
        if (!ClientHello.hasForm(record) || ClientHello.firstSuite(record) == 0) {
            throw refused("is no ClientHello of TLS 1.3");
        }
        byte[] clientRandom = Arrays.copyOfRange(record, RANDOM, RANDOM + RANDOM_LENGTH);
        ProxySecret found = verified(record, clientRandom);
        byte[] key = found.key();
        byte[] answer = ServerHello.draw(record, acceptor.random());
        ServerHello.sign(answer, clientRandom, key, acceptor.crypto());
        Arrays.fill(key, (byte) 0);
        secret = found;
        return answer;
    }

    @Enforces(Check.T11)
    private ProxySecret verified(byte[] record, byte[] clientRandom) {
        byte[] zeroed = record.clone();
        Arrays.fill(zeroed, RANDOM, RANDOM + RANDOM_LENGTH, (byte) 0);
        for (ProxySecret candidate : acceptor.secrets()) {
            byte[] key = candidate.key();
            byte[] proof = HmacSha256.of(acceptor.crypto(), key, zeroed);
            Arrays.fill(key, (byte) 0);
            if (ConstantTime.equal(proof, 0, clientRandom, 0, PROOF_LENGTH)) {
                long now = acceptor.clock().instant().getEpochSecond();
                if (Math.abs(time(proof, clientRandom) - now)
                        > acceptor.window().toSeconds()) {
                    throw refused("was made at another time");
                }
                if (!acceptor.memory().add(clientRandom, now)) {
                    throw refused("came before");
                }
                return candidate;
            }
        }
        throw refused("proves no secret");
    }

    /** Returns the time that the end of the random field holds, in seconds; 32 bits of it. */
    private static long time(byte[] proof, byte[] clientRandom) {
        long time = 0;
        for (int i = RANDOM_LENGTH - 1; i >= PROOF_LENGTH; i--) {
            time = time << 8 | ((proof[i] ^ clientRandom[i]) & 0xff);
        }
        return time;
    }

    private static TransportException refused(String why) {
        return new TransportException(Check.T11, "the client's hello " + why);
    }
}
