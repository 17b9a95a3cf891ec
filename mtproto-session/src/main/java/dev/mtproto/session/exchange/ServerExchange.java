package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.exchange.PendingExchange.Stage;
import dev.mtproto.tl.Int128;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The server's side of all key exchanges: one table for all connections, so that a client may go on, or repeat its last
 * query, on another connection. Exchanges are kept for 10 minutes.
 *
 * <p>Safe for use by several threads; the arithmetic of different exchanges runs side by side. A call costs up to some
 * milliseconds of computing, so that the caller limits how often a peer may make one.
 *
 * @see <a href="https://core.telegram.org/mtproto/auth_key">Creating an authorization key</a>
 */
public final class ServerExchange {

    private final ServerContext context;
    private final ExchangeTable table;
    private final LongSupplier messageIds;
    private final Object starting = new Object();

    /**
     * Makes an empty table.
     *
     * @param options keys, group and limits
     * @param crypto the primitives
     * @param random where nonces, primes, keys and paddings come from; {@link Crypto#random} but for tests
     * @param clock the server's clock
     * @param registry where the keys go
     * @throws IllegalArgumentException if the group is not one that clients accept
     */
    public ServerExchange(
            ServerExchangeOptions options,
            Crypto crypto,
            RandomSource random,
            InstantSource clock,
            AuthKeyRegistry registry) {
        this(options, crypto, random, clock, registry, new MessageIds(clock, MessageIds.SERVER));
    }

    ServerExchange(
            ServerExchangeOptions options,
            Crypto crypto,
            RandomSource random,
            InstantSource clock,
            AuthKeyRegistry registry,
            LongSupplier messageIds) {
        context = ServerContext.of(options, crypto, random, clock, registry);
        table = new ExchangeTable(clock, options.capacity());
        this.messageIds = messageIds;
    }

    /**
     * Takes a packet of a client, from any connection.
     *
     * @param packet the array
     * @param offset the index of its first byte
     * @param length its length, in bytes
     * @param out receives the packet to send, unless the query is refused
     * @return what is to be done
     */
    @Enforces({Check.H1, Check.S1})
    public ServerReply receive(byte[] packet, int offset, int length, PacketBuffer out) {
        try {
            ServerQuery query = ServerQuery.read(PlainMessage.read(packet, offset, length));
            Outcome outcome = query instanceof ServerQuery.Start start ? start(start) : proceed(query);
            PlainMessage.write(outcome.answer(), messageIds.getAsLong(), out);
            return outcome.reply();
        } catch (KeyExchangeException e) {
            int code = e.transportError() == 0 ? Fault.NOT_FOUND : e.transportError();
            return new ServerReply.Refused(e.check().orElse(Check.S1), code);
        }
    }

    @Enforces({Check.S1, Check.S13})
    private Outcome start(ServerQuery.Start query) {
        // one at a time, so that two copies of a query on two connections get the same answer
        synchronized (starting) {
            PendingExchange running = table.find(query.nonce());
            if (running != null) {
                synchronized (running) {
                    if (running.repeats(query.bytes())) {
                        return Outcome.answer(running.lastAnswer());
                    }
                }
            }
            PendingExchange fresh = IssuePq.start(query, context);
            table.add(fresh);
            return Outcome.answer(fresh.lastAnswer());
        }
    }

    @Enforces({Check.S1, Check.S2})
    private Outcome proceed(ServerQuery query) {
        PendingExchange exchange = Optional.ofNullable(table.find(query.nonce()))
                .orElseThrow(() -> Fault.of(Check.S2, "a query of no known exchange"));
        boolean held = false;
        try {
            synchronized (exchange) {
                Outcome outcome = step(query, exchange);
                held = true;
                return outcome;
            }
        } finally {
            if (!held) {
                table.remove(exchange);
            }
        }
    }

    @Enforces({Check.S1, Check.S2})
    private Outcome step(ServerQuery query, PendingExchange exchange) {
        if (exchange.repeats(query.bytes())) {
            return Outcome.answer(exchange.lastAnswer());
        }
        if (query instanceof ServerQuery.DhParams dhParams && exchange.stage() == Stage.PQ_ISSUED) {
            checkServerNonce(dhParams.query().serverNonce(), exchange);
            return IssueDhParams.answer(dhParams, exchange, context);
        }
        if (query instanceof ServerQuery.ClientDh clientDh && exchange.stage() == Stage.DH_ISSUED) {
            checkServerNonce(clientDh.query().serverNonce(), exchange);
            return IssueVerdict.answer(clientDh, exchange, context);
        }
        throw Fault.of(Check.S1, "a query out of turn");
    }

    private static void checkServerNonce(Int128 answered, PendingExchange exchange) {
        Fault.unless(answered.equals(exchange.serverNonce), Check.S2, "a query with another server_nonce");
    }

    /** Returns how many exchanges are kept. */
    int size() {
        return table.size();
    }
}
