package dev.mtproto.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.transport.Received;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class HttpSplitTests {

    @Property(tries = 200)
    void aConversationArrivesInAnySplit(
            @ForAll @Size(min = 1, max = 5) List<@Size(min = 20, max = 3000) byte[]> packets,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 900) Integer> pieces) {
        HttpClientCodec client = new HttpClientCodec("127.0.0.1", HttpClientCodec.PATH, 1 << 20);
        HttpServerCodec server = new HttpServerCodec(1 << 20);
        for (byte[] packet : packets) {
            Sent request = new Sent();
            client.encode(Streams.packet(packet), request);
            Received atServer = new Received();
            Streams.feed(
                    request.toByteArray(),
                    0,
                    pieces,
                    (array, offset, length) -> server.decode(array, offset, length, atServer));
            assertEquals(List.of(Received.packetLine(Hex.of(packet), false)), atServer.lines);
            Sent response = new Sent();
            server.encode(Streams.packet(packet), response);
            Received atClient = new Received();
            Streams.feed(
                    response.toByteArray(),
                    0,
                    pieces,
                    (array, offset, length) -> client.decode(array, offset, length, atClient));
            assertEquals(atServer.lines, atClient.lines);
        }
    }

    @Property(tries = 400)
    void hostileTextIsRefusedOrAwaitsMore(
            @ForAll @StringLength(max = 200) String text, @ForAll @IntRange(max = 3) int beginning) {
        String[] beginnings = {"", "HTTP/1.1 200 OK\r\n", "POST /api HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\nContent-Length:"
        };
        byte[] bytes = (beginnings[beginning] + text + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        refusedOrAwaited(() -> HttpClientTests.askingClient().decode(bytes, 0, bytes.length, new Received()));
        refusedOrAwaited(() -> new HttpServerCodec(4096).decode(bytes, 0, bytes.length, new Received()));
    }

    private static void refusedOrAwaited(Runnable attempt) {
        try {
            attempt.run();
        } catch (TransportException e) {
            assertFalse(e.getMessage().isEmpty());
        }
    }
}
