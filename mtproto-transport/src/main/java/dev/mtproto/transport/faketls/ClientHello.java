package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.support.BigEndian;
import java.util.Arrays;

/**
 * A TLS ClientHello in one record, as a client of fake TLS sends it but for its random field, which the handshake fills with
 * the proof of the secret. Immutable.
 */
public final class ClientHello {

    /** The longest hello that a server here takes, in bytes. */
    public static final int LONGEST = 4096;

    static final int RECORD_HEADER = 5;
    static final int RANDOM = 11;
    static final int RANDOM_LENGTH = 32;
    static final int SESSION_ID = 44;
    static final int SESSION_ID_LENGTH = 32;
    static final int CIPHER_SUITES = 76;

    private static final int HANDSHAKE_HEADER = 4;
    private static final int PROOF_LENGTH = 28;

    private final byte[] record;

    private ClientHello(byte[] record) {
        this.record = record;
    }

    /**
     * Takes a hello.
     *
     * @param record the whole record: header {@code 16 03 01} and length, one ClientHello with a session id of 32 bytes and a
     *     suite of TLS 1.3; copied. What stands in the random field does not matter
     * @throws IllegalArgumentException if it has another form
     */
    public static ClientHello of(byte[] record) {
        if (!hasForm(record) || firstSuite(record) == 0) {
            throw new IllegalArgumentException(
                    "not a ClientHello of TLS 1.3 in one record of up to " + LONGEST + " bytes");
        }
        byte[] copy = record.clone();
        Arrays.fill(copy, RANDOM, RANDOM + RANDOM_LENGTH, (byte) 0);
        return new ClientHello(copy);
    }

    /** Returns the record, its random field zero. */
    public byte[] toByteArray() {
        return record.clone();
    }

    /**
     * Returns the record with the proof: the HMAC of the record under the key, its end combined with the time.
     *
     * @param unixSeconds the time of the server
     */
    byte[] signed(byte[] key, long unixSeconds, Crypto crypto) {
        byte[] random = HmacSha256.of(crypto, key, record);
        byte[] signed = record.clone();
        System.arraycopy(random, 0, signed, RANDOM, PROOF_LENGTH);
        for (int i = PROOF_LENGTH; i < RANDOM_LENGTH; i++) {
            signed[RANDOM + i] = (byte) (random[i] ^ (unixSeconds >> (8 * (i - PROOF_LENGTH))));
        }
        return signed;
    }

    /** Tells whether bytes are one record with one hello, as far as the places of its first fields go. */
    static boolean hasForm(byte[] record) {
        return record.length >= CIPHER_SUITES + 2
                && record.length <= LONGEST
                && hasRecordHeader(record)
                && BigEndian.read16(record, 3) == record.length - RECORD_HEADER
                && record[RECORD_HEADER] == 1
                && record[RECORD_HEADER + 1] == 0
                && BigEndian.read16(record, RECORD_HEADER + 2) == record.length - RECORD_HEADER - HANDSHAKE_HEADER
                && BigEndian.read16(record, RANDOM - 2) == 0x0303
                && record[SESSION_ID - 1] == SESSION_ID_LENGTH;
    }

    static boolean hasRecordHeader(byte[] record) {
        return record[0] == 0x16 && record[1] == 3 && record[2] == 1;
    }

    /** Returns the first suite of TLS 1.3, 1301 to 1303; 0 if there is none. */
    static int firstSuite(byte[] record) {
        int end = CIPHER_SUITES + 2 + BigEndian.read16(record, CIPHER_SUITES);
        for (int i = CIPHER_SUITES + 2; i + 2 <= Math.min(end, record.length); i += 2) {
            int suite = BigEndian.read16(record, i);
            if (suite >= 0x1301 && suite <= 0x1303) {
                return suite;
            }
        }
        return 0;
    }
}
