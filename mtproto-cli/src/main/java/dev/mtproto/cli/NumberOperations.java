package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.session.exchange.PqFactor;
import java.math.BigInteger;
import java.util.List;

/** The number theory of a key exchange. */
final class NumberOperations implements Operations {

    /** Products of two primes, 62 and 63 bits, as servers send them; the same for every implementation that is compared. */
    private static final long[] PQ = {
        3463759767143654743L, 3474959632922157767L, 3281650946158321921L, 3292727534642116537L, 4417155548249161007L,
        2940295947895100107L, 3731246795041911721L, 3028394825445508703L, 3163424341789971697L, 3357815724198496637L,
        6983032374033254807L, 6912217739803161241L, 9074181153006222569L, 7572451666066487737L, 5921796122455426903L,
        7417150755994873721L, 8069038042329979427L, 6465756540226577537L, 6098228947020147449L, 4686503465601440083L
    };

    @Override
    public List<String> names() {
        return List.of("pq_factor", "modpow2048");
    }

    @Override
    public List<Operation> make(Crypto crypto) {
        byte[] modulus = unsigned(TelegramGroup.PRIME);
        byte[] exponent = crypto.random().nextBytes(256);
        byte[] base = crypto.random().nextBytes(256);
        return List.of(
                Operation.of("pq_factor", 0, PQ.length, i ->
                        (int) PqFactor.factor(PQ[i]).orElseThrow().p()),
                Operation.of("modpow2048", 0, 4, i -> {
                    base[0] = (byte) (i + 1); // below the modulus
                    return crypto.modPow(base, exponent, modulus)[255];
                }));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
