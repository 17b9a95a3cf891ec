package dev.mtproto.testkit;

import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.transport.socket.ServerTransports;
import java.util.List;

/** What all connections of a data centre share. */
record ServerContext(
        DataCenterSettings settings,
        ServerTransports transports,
        KeyTable keys,
        ServerExchange exchange,
        List<RpcHandler> handlers,
        AddressCounts addresses) {

    void tell(DataCenterEvent event) {
        settings.events().accept(event);
    }
}
