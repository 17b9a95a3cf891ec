package dev.mtproto.testkit.server;

import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.rpc.Calls;
import dev.mtproto.transport.socket.ServerTransports;
import java.util.concurrent.Executor;

/**
 * What all connections and sessions of a data centre share.
 *
 * @param workers run queries, and whatever may block
 */
record ServerContext(
        Settings settings,
        ServerTransports transports,
        KeyTable keys,
        ExchangeGate exchange,
        Calls calls,
        Executor workers,
        Timer timer,
        AddressCounts addresses) {

    void tell(DataCenterEvent event) {
        settings.events().accept(event);
    }

    long unixSeconds() {
        return settings.clock().instant().getEpochSecond();
    }
}
