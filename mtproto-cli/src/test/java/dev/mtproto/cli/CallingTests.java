package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands are called, rightly and wrongly. */
class CallingTests {

    @ParameterizedTest
    @CsvSource({
        "demo, --crypto --json",
        "serve, --listen --public-key-out --crypto",
        "connect, HOST:PORT --dc --test --key --crypto --transport --rpcs --in-flight --json",
        "put, FILE --server --dc --test --key --crypto --transport --proxy --secret --in-flight --json",
        "get, ID FILE --sha256 --server --dc --test --key --crypto --transport --proxy --secret --in-flight --json",
        "bench, --crypto --json --quick --only ige_enc pack pq_factor modpow2048 handshake_server",
        "crypto, --crypto --compliance --json MTPROTO_CRYPTO dev.mtproto.crypto"
    })
    void helpNamesEveryOption(String command, String options) {
        Run run = Run.of(command, "--help");
        assertEquals(0, run.status());
        assertEquals("", run.err());
        for (String option : options.split(" ")) {
            assertTrue(run.out().contains(option), option + " in " + run.out());
        }
        assertTrue(Run.of("--help").out().contains("  " + command), command);
        assertTrue(Run.of("help", command).out().contains("--help"), command);
    }

    @Test
    void theVersionIsTold() {
        Run run = Run.of("--version");
        assertEquals(0, run.status());
        assertTrue(run.out().startsWith("mtproto "), run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "demo --fast",
                "demo extra",
                "demo --crypto",
                "serve",
                "serve --listen 1.2.3.4 --public-key-out k.pem",
                "serve --listen 1.2.3.4:99999 --public-key-out k.pem",
                "connect",
                "connect here",
                "connect ::1:443",
                "connect --dc 6",
                "connect --dc 4 --test",
                "connect --dc two",
                "connect 127.0.0.1:1 --dc 0",
                "connect 127.0.0.1:1 --rpcs 0",
                "connect 127.0.0.1:1 --rpcs 1 --in-flight 0",
                "put",
                "put file",
                "put file --server 127.0.0.1:1 --in-flight 0",
                "get 1",
                "get xyz file --server 127.0.0.1:1"
            })
    void aWrongCallIsOneLineAndStatus2(String call) {
        Run run = Run.of(call.isEmpty() ? new String[0] : call.split(" "));
        assertEquals(2, run.status(), run.out() + run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("mtproto") && run.err().contains("--help"), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --crypto rot13",
                "bench --crypto rot13",
                "bench --only flight",
                "demo --crypto FIPS,jdk",
                "crypto --compliance --crypto rot13",
                "serve --listen 127.0.0.1:0 --public-key-out no-such-folder/k.pem",
                "serve --listen 192.0.2.1:1 --public-key-out k.pem"
            })
    void aCallThatCannotWorkIsOneLineAndStatus1(String call) {
        Run run = Run.of(call.split(" "));
        assertEquals(1, run.status(), run.out() + run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("mtproto ") && !run.err().contains("internal error"), run.err());
    }

    @Test
    void anUnknownBackendListsTheCandidates() {
        String err = Run.of("demo", "--crypto", "rot13").err();
        assertTrue(err.contains("rot13") && err.contains("jdk"), err);
    }
}
