package dev.mtproto.cli;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.exchange.ClientKeyExchange;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.session.exchange.ServerExchangeOptions;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.session.exchange.ServerReply;
import java.time.InstantSource;
import java.util.List;

/** Whole key exchanges in memory, of which only one side's time counts. */
final class ExchangeOperations implements Operations {

    @Override
    public List<String> names() {
        return List.of("handshake_client", "handshake_server");
    }

    @Override
    public List<Operation> make(Crypto crypto) {
        RsaPrivateKey key = crypto.newRsaKey();
        ServerExchange server = new ServerExchange(
                ServerExchangeOptions.builder().keys(key).build(),
                crypto,
                crypto.random(),
                InstantSource.system(),
                (authKey, salt) -> true);
        ExchangeRequest request = ExchangeRequest.permanent(ServerKeys.of(key.publicKey()), 2);
        return List.of(
                new Operation("handshake_client", 0, 1, times -> exchanges(times, crypto, request, server, true)),
                new Operation("handshake_server", 0, 1, times -> exchanges(times, crypto, request, server, false)));
    }

    private static long exchanges(
            int times, Crypto crypto, ExchangeRequest request, ServerExchange server, boolean countClient) {
        long spent = 0;
        for (int i = 0; i < times; i++) {
            long[] sides = exchange(crypto, request, server);
            spent += countClient ? sides[0] : sides[1];
        }
        return spent;
    }

    /** Runs one exchange; returns the nanoseconds of the client and of the server. */
    private static long[] exchange(Crypto crypto, ExchangeRequest request, ServerExchange server) {
        PacketBuffer query = new PacketBuffer();
        PacketBuffer answer = new PacketBuffer();
        long[] spent = new long[2];
        long start = System.nanoTime();
        try (ClientKeyExchange client =
                new ClientKeyExchange(request, crypto, crypto.random(), InstantSource.system())) {
            client.start(query);
            ClientKeyExchange.Step step;
            do {
                long asked = System.nanoTime();
                ServerReply reply = server.receive(query.array(), query.offset(), query.length(), answer);
                long answered = System.nanoTime();
                if (reply instanceof ServerReply.Refused refused) {
                    throw new Failure("the key exchange was refused: " + refused.check());
                }
                spent[0] += asked - start;
                spent[1] += answered - asked;
                start = System.nanoTime();
                step = client.receive(answer.array(), answer.offset(), answer.length(), query);
            } while (step != ClientKeyExchange.Step.DONE);
            client.result().key().destroy();
        }
        spent[0] += System.nanoTime() - start;
        return spent;
    }
}
