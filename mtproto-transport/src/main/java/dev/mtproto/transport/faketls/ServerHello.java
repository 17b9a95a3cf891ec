package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import java.util.Arrays;

/**
 * The answer of a server: a ServerHello, a change of cipher, and a first record of random bytes, as long as a flight of
 * certificates. Its random field is the HMAC of the client's random field and the whole answer.
 */
final class ServerHello {

    static final int RANDOM = ClientHello.RANDOM;
    static final int RANDOM_LENGTH = ClientHello.RANDOM_LENGTH;
    private static final int SHORTEST_FLIGHT = 1000;
    private static final int LONGEST_FLIGHT = 4000;

    private ServerHello() {}

    /** Draws an answer to a hello, its random field zero. */
    static byte[] draw(byte[] clientHello, RandomSource random) {
        byte[] sessionId = Arrays.copyOfRange(
                clientHello, ClientHello.SESSION_ID, ClientHello.SESSION_ID + ClientHello.SESSION_ID_LENGTH);
        HelloWriter out = new HelloWriter();
        out.hex("16 0303 007a 02 000076 0303").zeros(RANDOM_LENGTH);
        out.hex("20").bytes(sessionId);
        out.number(ClientHello.firstSuite(clientHello)).hex("00 002e");
        out.hex("0033 0024 001d 0020").bytes(PublicKeyShape.draw(random));
        out.hex("002b 0002 0304").hex("14 0303 0001 01");
        int flight = SHORTEST_FLIGHT + Draws.below(LONGEST_FLIGHT - SHORTEST_FLIGHT + 1, random);
        out.hex("17 0303").counted(() -> out.bytes(random.nextBytes(flight)));
        return out.toByteArray();
    }

    /** Writes the proof into the random field. */
    static void sign(byte[] answer, byte[] clientRandom, byte[] key, Crypto crypto) {
        System.arraycopy(proof(answer, clientRandom, key, crypto), 0, answer, RANDOM, RANDOM_LENGTH);
    }

    /** Tells whether the random field holds the proof. */
    static boolean isSigned(byte[] answer, byte[] clientRandom, byte[] key, Crypto crypto) {
        byte[] proof = proof(answer, clientRandom, key, crypto);
        return ConstantTime.equal(proof, 0, answer, RANDOM, RANDOM_LENGTH);
    }

    private static byte[] proof(byte[] answer, byte[] clientRandom, byte[] key, Crypto crypto) {
        byte[] zeroed = answer.clone();
        Arrays.fill(zeroed, RANDOM, RANDOM + RANDOM_LENGTH, (byte) 0);
        return HmacSha256.of(crypto, key, clientRandom, zeroed);
    }
}
