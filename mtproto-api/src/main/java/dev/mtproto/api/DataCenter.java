package dev.mtproto.api;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * A data centre to connect to.
 *
 * @param id its number, 1 or more
 * @param test whether it belongs to the test environment
 * @param media whether it serves media only
 * @param addresses where it listens, the preferred one first; unresolved
 */
public record DataCenter(int id, boolean test, boolean media, List<InetSocketAddress> addresses) {

    private static final List<String> PRODUCTION =
            List.of("149.154.175.50", "149.154.167.51", "149.154.175.100", "149.154.167.91", "149.154.171.5");
    private static final List<String> TEST = List.of("149.154.175.10", "149.154.167.40", "149.154.175.117");
    private static final int PORT = 443;

    /** Copies the list of addresses. */
    public DataCenter {
        if (id < 1) {
            throw new IllegalArgumentException("a data centre has a number from 1 on, not " + id);
        }
        addresses = List.copyOf(addresses);
    }

    /**
     * Returns one of Telegram's data centres, with the address to start from; the full list comes from
     * {@code help.getConfig}.
     *
     * @param id 1 to 5, or 1 to 3 in the test environment
     * @param test whether the one of the test environment is meant
     * @throws IllegalArgumentException if there is no such data centre
     */
    public static DataCenter telegram(int id, boolean test) {
        List<String> hosts = test ? TEST : PRODUCTION;
        if (id < 1 || id > hosts.size()) {
            throw new IllegalArgumentException("there is no " + (test ? "test" : "production") + " data centre " + id
                    + "; choose 1 to " + hosts.size());
        }
        return new DataCenter(id, test, false, List.of(InetSocketAddress.createUnresolved(hosts.get(id - 1), PORT)));
    }

    /**
     * Returns the number as it stands in the inner data of a key exchange: 10000 is added in the test environment, and a
     * media data centre is negative.
     */
    public int wireId() {
        int number = test ? id + 10_000 : id;
        return media ? -number : number;
    }
}
