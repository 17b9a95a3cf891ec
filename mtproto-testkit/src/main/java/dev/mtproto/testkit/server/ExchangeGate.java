package dev.mtproto.testkit.server;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.session.exchange.ServerReply;
import dev.mtproto.testkit.DataCenterLimits;
import java.net.InetAddress;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets packets of key exchanges through to the arithmetic: as many at a time as leave a processor for everything else, so many
 * waiting for their turn, and not all of them from one address.
 */
@Enforces(Check.D5)
final class ExchangeGate {

    private static final int TOO_MANY = -429;

    private final ServerExchange exchange;
    private final DataCenterLimits limits;
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);
    private final AtomicInteger inWork = new AtomicInteger();
    private final AddressCounts addresses = new AddressCounts();

    ExchangeGate(ServerExchange exchange, DataCenterLimits limits) {
        this.exchange = exchange;
        this.limits = limits;
    }

    /** Does what {@link ServerExchange#receive} does, or refuses with -429. */
    ServerReply receive(InetAddress from, byte[] packet, int offset, int length, PacketBuffer out) {
        boolean many = inWork.incrementAndGet() > limits.exchanges();
        boolean manyOfOne = addresses.add(from) > limits.exchangesPerAddress();
        try {
            if (many || manyOfOne) {
                return new ServerReply.Refused(Check.D5, TOO_MANY);
            }
            processors.acquireUninterruptibly();
            try {
                return exchange.receive(packet, offset, length, out);
            } finally {
                processors.release();
            }
        } finally {
            addresses.remove(from);
            inWork.decrementAndGet();
        }
    }
}
