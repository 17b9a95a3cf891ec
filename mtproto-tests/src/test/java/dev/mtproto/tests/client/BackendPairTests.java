package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.Config;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.Ping;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way over a TCP socket, with each backend on either side. */
@Timeout(120)
class BackendPairTests {

    static Stream<String> backends() {
        return Cryptos.candidates().stream().filter(CryptoCandidate::available).map(CryptoCandidate::name);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aBackendServesItself(String name) throws InterruptedException {
        Crypto crypto = Cryptos.open(new CryptoSelection.Named(name));
        runs(crypto, crypto);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aBackendServesAnother(String name) throws InterruptedException {
        runs(Cryptos.open(new CryptoSelection.Named(name)), Setup.CRYPTO);
    }

    private static void runs(Crypto serverSide, Crypto clientSide) throws InterruptedException {
        Setup.Names names = new Setup.Names();
        try (EmbeddedDataCenter server = Setup.server().crypto(serverSide).start();
                MtprotoClient client =
                        Setup.client(server).crypto(clientSide).listener(names).connect()) {
            assertEquals(42, Setup.get(client.invoke(new Ping(42))).pingId());
            Config config = Setup.get(client.invoke(new InvokeWithLayer<>(
                    216,
                    InitConnection.<Config>builder()
                            .apiId(1)
                            .deviceModel("test")
                            .systemVersion("1")
                            .appVersion("1")
                            .systemLangCode("en")
                            .langPack("")
                            .langCode("en")
                            .query(new HelpGetConfig())
                            .build())));
            assertEquals(2, config.thisDc());
            assertEquals(server.address().getPort(), config.dcOptions().get(0).port());
            assertEquals(clientSide.info(), client.crypto());
        }
        assertEquals(
                List.of(
                        "req_pq_multi",
                        "resPQ",
                        "req_DH_params",
                        "server_DH_params_ok",
                        "set_client_DH_params",
                        "dh_gen_ok"),
                names.names.subList(0, 6));
        assertTrue(names.names.contains("ping"), names.names.toString());
        assertTrue(names.names.contains("new_session_created"), names.names.toString());
        assertTrue(names.names.contains("invokeWithLayer(initConnection(help.getConfig))"), names.names.toString());
        assertTrue(names.names.contains("rpc_result(config)"), names.names.toString());
    }
}
