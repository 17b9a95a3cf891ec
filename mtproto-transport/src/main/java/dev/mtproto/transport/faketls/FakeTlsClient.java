package dev.mtproto.transport.faketls;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.support.BigEndian;
import dev.mtproto.transport.support.Gathered;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * The client's side of the fake TLS handshake: sends a hello that proves the secret, and takes the answer only if it proves
 * the secret too. Behind it the stream continues in {@link TlsRecords}.
 */
public final class FakeTlsClient implements Handshake {

    private static final int RECORD_HEADER = 5;
    private static final int LONGEST_RECORD = (1 << 14) + 256;
    private static final int SHORTEST_HELLO = ServerHello.RANDOM + ServerHello.RANDOM_LENGTH - RECORD_HEADER;
    private static final byte[][] RECORDS = {{0x16, 3, 3}, {0x14, 3, 3}, {0x17, 3, 3}};
    private static final int CHANGE_OF_CIPHER = 1;

    private final byte[] hello;
    private final byte[] clientRandom;
    private final byte[] key;
    private final Crypto crypto;
    private final Gathered answer = new Gathered();
    private int record;
    private int recordStart;

    /**
     * Draws the hello of a connection.
     *
     * @param secret a secret of the kind fake TLS
     * @param source what the hello looks like
     * @param crypto the provider
     * @param random where the hello is drawn from
     * @param clock the time, as close to the server's as is known
     */
    public FakeTlsClient(
            ProxySecret secret, ClientHelloSource source, Crypto crypto, RandomSource random, InstantSource clock) {
        this(
                source.draw(domain(secret), random)
                        .signed(secret.key(), clock.instant().getEpochSecond(), crypto),
                secret.key(),
                crypto);
    }

    FakeTlsClient(byte[] signedHello, byte[] key, Crypto crypto) {
        this.hello = signedHello;
        this.clientRandom =
                Arrays.copyOfRange(signedHello, ClientHello.RANDOM, ClientHello.RANDOM + ClientHello.RANDOM_LENGTH);
        this.key = key;
        this.crypto = crypto;
    }

    @Override
    public byte[] start() {
        return hello.clone();
    }

    @Override
    public Step receive(byte[] data, int offset, int length) {
        int consumed = 0;
        while (true) {
            int wanted = recordStart + RECORD_HEADER;
            consumed += answer.fill(data, offset + consumed, length - consumed, wanted);
            if (answer.length() < wanted) {
                return Step.needMore(consumed);
            }
            wanted += recordLength();
            consumed += answer.fill(data, offset + consumed, length - consumed, wanted);
            if (answer.length() < wanted) {
                return Step.needMore(consumed);
            }
            recordStart = wanted;
            record++;
            if (record == RECORDS.length) {
                verify();
                return Step.done(consumed);
            }
        }
    }

    /** Returns the length of the record that has begun, if it is the one expected here. */
    @Enforces(Check.T12)
    private int recordLength() {
        byte[] array = answer.array();
        byte[] expected = RECORDS[record];
        int length = BigEndian.read16(array, recordStart + 3);
        boolean fits = Arrays.equals(array, recordStart, recordStart + expected.length, expected, 0, expected.length)
                && length <= LONGEST_RECORD
                && (record != 0 || length >= SHORTEST_HELLO)
                && (record != CHANGE_OF_CIPHER || length == 1);
        if (!fits) {
            throw new TransportException(
                    Check.T12, "record " + record + " of the answer is not of the form of fake TLS");
        }
        return length;
    }

    @Enforces(Check.T12)
    private void verify() {
        boolean signed = ServerHello.isSigned(answer.toByteArray(), clientRandom, key, crypto);
        Arrays.fill(key, (byte) 0);
        if (!signed) {
            throw new TransportException(Check.T12, "the answer does not prove the proxy secret");
        }
    }

    private static String domain(ProxySecret secret) {
        return secret.domain()
                .orElseThrow(() -> new IllegalArgumentException("fake TLS takes a secret that names a domain"));
    }
}
