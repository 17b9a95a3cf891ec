package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.socket.Transport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the demo's client over every transport that the embedded data centre takes, and shows a table. */
final class AllTransports {

    private static final int PINGS = 32;
    private static final String DOMAIN = "example.com";
    private static final String ROW = "%-32s  %-3s  %10s  %10s  %10s%n";

    /** What one transport gave. */
    private record Row(Transport transport, String failure, long sent, long received, double millis) {}

    private final Crypto crypto;
    private final PrintWriter out;
    private final boolean json;

    AllTransports(Crypto crypto, PrintWriter out, boolean json) {
        this.crypto = crypto;
        this.out = out;
        this.json = json;
    }

    /** Returns whether all of them worked. */
    boolean run() {
        boolean ok = true;
        ProxySecret secret = ProxySecret.plain(crypto.random().nextBytes(ProxySecret.KEY_LENGTH));
        if (!json) {
            out.println("For each transport: connect, key exchange, help.getConfig and " + PINGS + " pings.");
            out.println();
            out.printf(Locale.ROOT, ROW, "transport", "ok", "bytes sent", "received", "ms a ping");
        }
        try (EmbeddedDataCenter server =
                EmbeddedDataCenter.builder().crypto(crypto).proxySecret(secret).start()) {
            for (Transport transport : transports(secret)) {
                Row row = measure(server, transport);
                ok &= row.failure().isEmpty();
                show(row);
            }
        }
        out.flush();
        return ok;
    }

    private static List<Transport> transports(ProxySecret secret) {
        List<Transport> all = new ArrayList<>(Transport.withoutSecret());
        all.removeIf(transport -> transport.carrier().isTls());
        for (Framing framing : Framing.values()) {
            if (secret.allows(framing)) {
                all.add(Transport.mtproxy(secret).withFraming(framing));
            }
        }
        all.add(Transport.mtproxy(secret.fakeTls(DOMAIN)));
        return all;
    }

    private Row measure(EmbeddedDataCenter server, Transport transport) {
        MtprotoClientBuilder builder = MtprotoClient.builder()
                .dataCenter(server.dataCenter())
                .serverKeys(server.serverKeys())
                .crypto(crypto)
                .transport(transport);
        try (MtprotoClient client = builder.connect()) {
            ClientJob.await(client, ClientJob.firstCall(new HelpGetConfig()), "help.getConfig");
            long start = System.nanoTime();
            for (int i = 0; i < PINGS; i++) {
                ClientJob.await(client, new Ping(i), "ping");
            }
            double millis = (System.nanoTime() - start) / 1e6 / PINGS;
            return new Row(transport, "", client.bytesSent(), client.bytesReceived(), millis);
        } catch (MtprotoException | Failure e) {
            return new Row(transport, String.valueOf(e.getMessage()), 0, 0, 0);
        }
    }

    private void show(Row row) {
        if (json) {
            JsonLine.print(out, line -> {
                line.writeStringField("event", "transport");
                line.writeStringField("transport", row.transport().id());
                line.writeBooleanField("ok", row.failure().isEmpty());
                line.writeNumberField("bytes_sent", row.sent());
                line.writeNumberField("bytes_received", row.received());
                line.writeNumberField("ping_ms", Math.round(row.millis() * 1e3) / 1e3);
            });
        } else if (row.failure().isEmpty()) {
            String millis = String.format(Locale.ROOT, "%.3f", row.millis());
            out.printf(Locale.ROOT, ROW, row.transport().id(), "yes", row.sent(), row.received(), millis);
        } else {
            out.printf(Locale.ROOT, "%-32s  no   %s%n", row.transport().id(), row.failure());
        }
        out.flush();
    }
}
