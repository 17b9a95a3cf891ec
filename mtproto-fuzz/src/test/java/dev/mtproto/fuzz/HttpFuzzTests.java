package dev.mtproto.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.http.HttpClientCodec;
import dev.mtproto.transport.http.HttpServerCodec;

/** Requests and responses. */
class HttpFuzzTests {

    private static final int LIMIT = 1 << 16;

    /** Each request is answered when it has come. */
    @FuzzTest
    void server(byte[] input) {
        Fuzz.feed(
                () -> {
                    HttpServerCodec codec = new HttpServerCodec(LIMIT);
                    return (data, offset, length, noted) -> {
                        for (int i = offset; i < offset + length; i++) {
                            codec.decode(data, i, 1, noted);
                            if (codec.isAwaited()) {
                                codec.encode(packet(), noted);
                            }
                        }
                    };
                },
                input,
                0);
    }

    @FuzzTest
    void requestsInOnePiece(byte[] input) {
        Fuzz.feed(
                () -> {
                    HttpServerCodec codec = new HttpServerCodec(LIMIT);
                    return (data, offset, length, noted) -> codec.decode(data, offset, length, noted);
                },
                input,
                0);
    }

    @FuzzTest
    void client(byte[] input) {
        Fuzz.feed(
                () -> {
                    HttpClientCodec codec = new HttpClientCodec("example.com", HttpClientCodec.PATH, LIMIT);
                    Fuzz.Noted sent = new Fuzz.Noted();
                    codec.encode(packet(), sent);
                    return (data, offset, length, noted) -> codec.decode(data, offset, length, noted);
                },
                input,
                0);
    }

    private static PacketBuffer packet() {
        PacketBuffer packet = new PacketBuffer();
        packet.reset(20);
        return packet;
    }
}
