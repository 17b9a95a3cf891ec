package dev.mtproto.testkit;

import dev.mtproto.session.exchange.ServerExchange;
import java.util.List;

/** What all connections of a data centre share. */
record ServerContext(DataCenterSettings settings, KeyTable keys, ServerExchange exchange, List<RpcHandler> handlers) {

    void tell(DataCenterEvent event) {
        settings.events().accept(event);
    }
}
