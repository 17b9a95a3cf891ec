package dev.mtproto.transport.proxy;

/** TCP ports. */
final class Ports {

    private Ports() {}

    static int checked(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
        return port;
    }
}
