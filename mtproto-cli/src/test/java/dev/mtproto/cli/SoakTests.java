package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short soak, and how it counts. */
@Timeout(240)
class SoakTests {

    private static RpcCall call(int number) {
        return new RpcCall(new UploadSaveFilePart(1, number, TlBytes.EMPTY), 0, 4, new SessionId(1), new AuthKeyId(1));
    }

    @Test
    void noCallIsLostAndNoneRunsTwice() throws Exception {
        Run run = Run.of("soak", "--minutes", "0.1", "--clients", "4", "--json");
        List<JsonNode> lines = run.json();
        JsonNode result = lines.get(lines.size() - 1);
        assertEquals(0, run.status(), lines.get(0) + " " + result + run.err());
        assertTrue(result.get("ok").asBoolean());
        assertTrue(result.get("answered").asLong() > 100, result.toString());
        assertTrue(result.get("faults").asLong() > 0, result.toString());
        assertTrue(result.get("upsets").asLong() > 0, result.toString());
    }

    @Test
    void whatRunsTwiceIsCounted() {
        SoakServer server = new SoakServer();
        server.handle(call(1));
        server.handle(call(2));
        server.handle(call(1));
        assertEquals(1, server.twice());
        server.restarts();
        server.handle(call(2));
        assertEquals(1, server.twice());
        assertEquals(1, server.rerun());
    }

    @Test
    void oneThatIsLostOrRunTwiceIsNotSound() {
        assertTrue(new SoakCounts(10, 8, 2, 0, 0, 3, 5, 5).isSound());
        assertFalse(new SoakCounts(10, 8, 1, 1, 0, 0, 5, 5).isSound());
        assertFalse(new SoakCounts(10, 8, 2, 0, 1, 0, 5, 5).isSound());
        assertFalse(new SoakCounts(0, 0, 0, 0, 0, 0, 5, 5).isSound());
    }

    @Test
    void aSoakOfNoTimeIsCalledWrongly() {
        assertEquals(2, Run.of("soak", "--minutes", "0").status());
        assertEquals(2, Run.of("soak", "--clients", "0").status());
    }
}
