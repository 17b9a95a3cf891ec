package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.schema.FutureSalt;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The salts of one auth key on a server: a new one every period, usually of 30 minutes, each valid for two. Taken are the salts of the present
 * period, of the one before and of the one after.
 *
 * <p>Safe for use by several threads. Holds at most 66 salts.
 *
 * @see <a href="https://core.telegram.org/mtproto/description#server-salt">Server salt</a>
 */
public final class ServerSalts implements SaltCheck {

    /** How long a salt is usually the present one, in seconds; it is taken for as long again. */
    public static final int PERIOD_SECONDS = 1800;

    /** The most salts that are handed out at once. */
    public static final int MOST_AT_ONCE = 64;

    private static final int LEAST_AT_ONCE = 2;

    private final InstantSource clock;
    private final RandomSource random;
    private final int period;
    private final long startSeconds;
    /** Salts of consecutive periods; the first one belongs to {@link #firstPeriod}. */
    private final List<Long> salts = new ArrayList<>();

    private long firstPeriod;

    /**
     * Starts with the salt that the key exchange gave.
     *
     * @param first the salt that is valid from now on
     * @param clock the server's clock
     * @param random draws the following salts
     */
    public ServerSalts(Salt first, InstantSource clock, RandomSource random) {
        this(first, clock, random, PERIOD_SECONDS);
    }

    /**
     * Starts with the salt that the key exchange gave.
     *
     * @param first the salt that is valid from now on
     * @param clock the server's clock
     * @param random draws the following salts
     * @param period how long a salt is the present one, in seconds
     */
    public ServerSalts(Salt first, InstantSource clock, RandomSource random, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("a salt is the present one for a second or more");
        }
        this.period = period;
        this.clock = clock;
        this.random = random;
        this.startSeconds = seconds();
        salts.add(first.value());
    }

    @Override
    @Enforces(Check.M11)
    public synchronized boolean accepts(long salt) {
        int present = advance();
        boolean accepted = salts.get(present) == salt || at(present + 1) == salt;
        return accepted || (present > 0 && salts.get(present - 1) == salt);
    }

    @Override
    public synchronized long current() {
        return at(advance());
    }

    /**
     * Returns the salts from the present one on, for {@code future_salts}.
     *
     * @param count how many are wished for; at least 2 and at most 64 are returned
     */
    public synchronized List<FutureSalt> future(int count) {
        int present = advance();
        int number = Math.max(LEAST_AT_ONCE, Math.min(count, MOST_AT_ONCE));
        List<FutureSalt> entries = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            long since = startSeconds + (firstPeriod + present + i) * period;
            entries.add(new FutureSalt((int) since, (int) since + 2 * period, at(present + i)));
        }
        return List.copyOf(entries);
    }

    /** Forgets all salts, as a server that lost them: what clients send is answered by a fresh one until they use it. */
    public synchronized void renew() {
        salts.clear();
    }

    /** Forgets what is over, and returns the index of the present period's salt: 0 or 1. */
    private int advance() {
        long number = Math.max(firstPeriod, Math.floorDiv(seconds() - startSeconds, (long) period));
        long over = number - firstPeriod - 1;
        if (over > 0) {
            salts.subList(0, (int) Math.min(over, salts.size())).clear();
            firstPeriod += over;
        }
        int present = (int) (number - firstPeriod);
        at(present);
        return present;
    }

    private long at(int index) {
        while (salts.size() <= index) {
            salts.add(draw());
        }
        return salts.get(index);
    }

    private long draw() {
        return WireBytes.getLong(random.nextBytes(Long.BYTES), 0);
    }

    private long seconds() {
        return Math.floorDiv(clock.millis(), 1000L);
    }
}
