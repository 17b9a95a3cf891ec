package dev.mtproto.api;

/** The two sides of a connection. Both run the same code; the few rules that differ ask for the role. */
public enum Role {
    /** The side that connects, draws session ids and sends queries. */
    CLIENT,
    /** The side that listens, holds the RSA keys and hands out salts. */
    SERVER;

    /** Returns the other side. */
    public Role peer() {
        return this == CLIENT ? SERVER : CLIENT;
    }
}
