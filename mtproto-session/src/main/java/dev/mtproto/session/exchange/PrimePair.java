package dev.mtproto.session.exchange;

/**
 * The two factors of pq.
 *
 * @param p the smaller prime, 2 or more
 * @param q the larger prime
 */
public record PrimePair(long p, long q) {

    /** Returns the product. */
    public long product() {
        return p * q;
    }
}
