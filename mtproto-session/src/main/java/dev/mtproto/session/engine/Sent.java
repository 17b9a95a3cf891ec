package dev.mtproto.session.engine;

/** A message that went out: one copy of a request, or a service message. */
sealed interface Sent permits Copy, Service {

    /** Notes under which ids it went out. */
    void sentUnder(long msgId, long carrier, int clockEpoch);

    /** The id that the server names when it refuses the packet: that of the container, if it was in one. */
    long carrier();

    /** How often the clock had been corrected when it went out. */
    int clockEpoch();
}
