package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.exchange.PendingExchange.Stage;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.schema.ResPQ;
import java.nio.ByteBuffer;

/** Answers req_pq: a new exchange with a server_nonce and two primes of its own. */
final class IssuePq {

    private static final long MIN_PRIME = 1L << 30;

    private IssuePq() {}

    static PendingExchange start(ServerQuery.Start query, ServerContext context) {
        Int128 serverNonce = Int128.of(context.random().nextBytes(16));
        PrimePair primes = draw(context.random());
        var exchange = new PendingExchange(
                query.nonce(), serverNonce, primes, context.clock().instant(), query.bytes());
        var answer = new ResPQ(query.nonce(), serverNonce, Unsigned.minimal(primes.product()), context.offered());
        exchange.answered(Stage.PQ_ISSUED, query.bytes(), Outcome.bytes(answer));
        return exchange;
    }

    /** Draws two different primes of 31 or 32 bits with a product below 2<sup>63</sup>. */
    @Enforces(Check.S13)
    static PrimePair draw(RandomSource random) {
        while (true) {
            long p = drawPrime(random);
            long q = drawPrime(random);
            if (p != q && p * q > 0) {
                return new PrimePair(Math.min(p, q), Math.max(p, q));
            }
        }
    }

    private static long drawPrime(RandomSource random) {
        byte[] bytes = new byte[Integer.BYTES];
        while (true) {
            random.nextBytes(bytes, 0, bytes.length);
            long candidate = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
            if (candidate >= MIN_PRIME && SmallPrimes.isPrime(candidate)) {
                return candidate;
            }
        }
    }
}
