package dev.mtproto.tl;

/** The ids of the two constructors of {@code Bool}, which this runtime reads and writes as a Java boolean. */
final class BoolId {

    static final int TRUE = 0x997275b5;
    static final int FALSE = 0xbc799737;

    private BoolId() {}
}
