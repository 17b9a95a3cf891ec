import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.UpdateListener;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A session of our client at the server on 127.0.0.1:PORT: asks for updates, waits for one, then makes CALLS calls at once. Prints
 * the update in hexadecimal and the number of right answers as one JSON object. Run from its source:
 * {@code java --module-path ... Session.java PORT KEY.pem TRANSPORT CALLS}.
 */
public final class Session {

    public static void main(String[] args) throws Exception {
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]));
        CompletableFuture<byte[]> update = new CompletableFuture<>();
        UpdateListener listener = new UpdateListener() {
            @Override
            public void update(TlObject known) {}

            @Override
            public void unknown(byte[] body) {
                update.complete(body);
            }
        };
        try (MtprotoClient client = MtprotoClient.builder()
                .address(server)
                .serverKeys(ServerKeys.ofPem(Files.readString(Path.of(args[1]))))
                .transport(Transport.parse(args[2]))
                .updates(listener)
                .connect()) {
            client.invoke(new UpdatesGetState()).get(30, TimeUnit.SECONDS);
            String pushed = HexFormat.of().formatHex(update.get(30, TimeUnit.SECONDS));
            System.out.printf("{\"update\": \"%s\", \"answers\": %d}%n", pushed, calls(client, Integer.parseInt(args[3])));
        }
    }

    private static long calls(MtprotoClient client, int count) throws Exception {
        List<CompletableFuture<NearestDc>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(client.invoke(new HelpGetNearestDc()));
        }
        long right = 0;
        for (CompletableFuture<NearestDc> call : calls) {
            right += call.get(60, TimeUnit.SECONDS).country().equals("ZZ") ? 1 : 0;
        }
        return right;
    }
}
