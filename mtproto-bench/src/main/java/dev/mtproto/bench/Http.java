package dev.mtproto.bench;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.http.HttpClientCodec;
import dev.mtproto.transport.http.HttpServerCodec;

/** Packets as HTTP bodies; the other direction, without which nothing more is sent, has the shortest packet. */
final class Http implements Wires {

    private final Role sender;
    private final HttpClientCodec client = new HttpClientCodec("localhost", HttpClientCodec.PATH, LIMIT);
    private final HttpServerCodec server = new HttpServerCodec(LIMIT);
    private final PacketBuffer least = new PacketBuffer();
    private final Taken taken = new Taken();
    private final Taken back = new Taken();

    Http(Role sender) {
        this.sender = sender;
    }

    /** Nothing can be sent without the other side. */
    @Override
    public long send(PacketBuffer packet) {
        return there(packet);
    }

    @Override
    public long there(PacketBuffer packet) {
        least.reset(20);
        PacketBuffer request = sender == Role.CLIENT ? packet : least;
        PacketBuffer response = sender == Role.CLIENT ? least : packet;
        Taken requests = sender == Role.CLIENT ? taken : back;
        Taken responses = sender == Role.CLIENT ? back : taken;
        requests.length = 0;
        client.encode(request, requests);
        feed(requests, (data, offset, length) -> server.decode(data, offset, length, requests));
        responses.length = 0;
        server.encode(response, responses);
        feed(responses, (data, offset, length) -> client.decode(data, offset, length, responses));
        return taken.received;
    }

    private static void feed(Taken bytes, ByteSink decoder) {
        for (int position = 0; position < bytes.length; position += PIECE) {
            decoder.accept(bytes.bytes, position, Math.min(PIECE, bytes.length - position));
        }
    }
}
