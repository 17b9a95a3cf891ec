package dev.mtproto.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.api.Role;
import dev.mtproto.transport.websocket.WebSocketClient;
import dev.mtproto.transport.websocket.WebSocketMessages;
import dev.mtproto.transport.websocket.WebSocketServer;
import java.util.ArrayList;
import java.util.List;

/** Upgrades and messages. */
class WebSocketFuzzTests {

    @FuzzTest
    void serverTakesARequest(byte[] input) {
        Fuzz.feed(() -> Fuzz.handshake(new WebSocketServer(Fuzz.CRYPTO)), input, 0);
    }

    @FuzzTest
    void clientTakesAResponse(byte[] input) {
        Fuzz.feed(
                () -> {
                    WebSocketClient client =
                            new WebSocketClient("example.com", WebSocketClient.PATH, Fuzz.CRYPTO, Fuzz.random());
                    client.start();
                    return Fuzz.handshake(client);
                },
                input,
                0);
    }

    @FuzzTest
    void messages(byte[] input) {
        for (Role role : Role.values()) {
            Fuzz.feed(
                    () -> {
                        List<String> replies = new ArrayList<>();
                        WebSocketMessages messages = new WebSocketMessages(
                                role, Fuzz.random(), (data, offset, length) -> replies.add("a reply of " + length));
                        return (data, offset, length, noted) -> {
                            try {
                                messages.decode(data, offset, length, noted);
                            } finally {
                                noted.lines.addAll(replies);
                                replies.clear();
                            }
                        };
                    },
                    input,
                    0);
        }
    }
}
