package dev.mtproto.client;

/** Which way a message goes, seen from the client. */
public enum Direction {
    /** From the client to the server. */
    OUT,
    /** From the server to the client. */
    IN
}
