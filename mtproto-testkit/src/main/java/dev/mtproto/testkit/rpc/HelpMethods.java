package dev.mtproto.testkit.rpc;

import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.NearestDc;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;

/** Answers what clients ask before anything else. */
public final class HelpMethods implements RpcHandler {

    private final int dc;
    private final boolean test;
    private final InetSocketAddress address;
    private final InstantSource clock;

    /**
     * Sets it up.
     *
     * @param dc the number of the data centre
     * @param test whether it belongs to the test environment
     * @param address where it listens
     * @param clock its clock
     */
    public HelpMethods(int dc, boolean test, InetSocketAddress address, InstantSource clock) {
        this.dc = dc;
        this.test = test;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        if (call.function() instanceof HelpGetConfig) {
            long now = clock.instant().getEpochSecond();
            return Optional.of(RpcReply.of(ConfigAnswer.of(dc, test, address, now)));
        }
        if (call.function() instanceof HelpGetNearestDc) {
            return Optional.of(RpcReply.of(new NearestDc("ZZ", dc, dc)));
        }
        return Optional.empty();
    }
}
