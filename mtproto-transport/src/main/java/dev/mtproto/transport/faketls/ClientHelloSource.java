package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.RandomSource;

/** Makes a hello for each connection. An application may have its own, to look like another program. */
@FunctionalInterface
public interface ClientHelloSource {

    /**
     * Makes a hello.
     *
     * @param domain the server name that it carries
     * @param random where all that differs between connections is drawn from
     */
    ClientHello draw(String domain, RandomSource random);
}
