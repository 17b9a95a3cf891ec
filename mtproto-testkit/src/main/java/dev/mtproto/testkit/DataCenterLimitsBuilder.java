package dev.mtproto.testkit;

import java.time.Duration;

/** Changes some of the {@linkplain DataCenterLimits#DEFAULT usual limits}. Not safe for use by several threads. */
public final class DataCenterLimitsBuilder {

    private int connections = DataCenterLimits.DEFAULT.connections();
    private int connectionsPerAddress = DataCenterLimits.DEFAULT.connectionsPerAddress();
    private int exchanges = DataCenterLimits.DEFAULT.exchanges();
    private int exchangesPerAddress = DataCenterLimits.DEFAULT.exchangesPerAddress();
    private int keys = DataCenterLimits.DEFAULT.keys();
    private int sessionsPerKey = DataCenterLimits.DEFAULT.sessionsPerKey();
    private int queries = DataCenterLimits.DEFAULT.queries();
    private int outgoing = DataCenterLimits.DEFAULT.outgoing();
    private int packet = DataCenterLimits.DEFAULT.packet();
    private Duration start = DataCenterLimits.DEFAULT.start();
    private Duration write = DataCenterLimits.DEFAULT.write();
    private Duration idle = DataCenterLimits.DEFAULT.idle();

    DataCenterLimitsBuilder() {}

    /** Sets how many connections there may be at a time. */
    public DataCenterLimitsBuilder connections(int most) {
        connections = most;
        return this;
    }

    /** Sets how many of them from one address. */
    public DataCenterLimitsBuilder connectionsPerAddress(int most) {
        connectionsPerAddress = most;
        return this;
    }

    /** Sets how many packets of key exchanges may be in work at a time. */
    public DataCenterLimitsBuilder exchanges(int most) {
        exchanges = most;
        return this;
    }

    /** Sets how many of them from one address. */
    public DataCenterLimitsBuilder exchangesPerAddress(int most) {
        exchangesPerAddress = most;
        return this;
    }

    /** Sets how many auth keys are kept. */
    public DataCenterLimitsBuilder keys(int most) {
        keys = most;
        return this;
    }

    /** Sets how many sessions of one key are kept. */
    public DataCenterLimitsBuilder sessionsPerKey(int most) {
        sessionsPerKey = most;
        return this;
    }

    /** Sets how many queries of a session may be in work at a time. */
    public DataCenterLimitsBuilder queries(int most) {
        queries = most;
        return this;
    }

    /** Sets how many bytes may wait for a client. */
    public DataCenterLimitsBuilder outgoing(int most) {
        outgoing = most;
        return this;
    }

    /** Sets the longest packet of a client, in bytes. */
    public DataCenterLimitsBuilder packet(int most) {
        packet = most;
        return this;
    }

    /** Sets how long a connection may take to its first encrypted message. */
    public DataCenterLimitsBuilder start(Duration most) {
        start = most;
        return this;
    }

    /** Sets how long a client may take to read a packet. */
    public DataCenterLimitsBuilder write(Duration most) {
        write = most;
        return this;
    }

    /** Sets how long a connection may be silent. */
    public DataCenterLimitsBuilder idle(Duration most) {
        idle = most;
        return this;
    }

    /**
     * Returns the limits.
     *
     * @throws IllegalArgumentException if one is 0 or less
     */
    public DataCenterLimits build() {
        return new DataCenterLimits(
                connections,
                connectionsPerAddress,
                exchanges,
                exchangesPerAddress,
                keys,
                sessionsPerKey,
                queries,
                outgoing,
                packet,
                start,
                write,
                idle);
    }
}
