package dev.mtproto.transport.socket;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FramePadding;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.TransportDetector;
import dev.mtproto.transport.TransportDetector.Cover;
import dev.mtproto.transport.TransportDetector.Detection;
import dev.mtproto.transport.faketls.FakeTlsServer;
import dev.mtproto.transport.faketls.TlsRecords;
import dev.mtproto.transport.http.HttpServerCodec;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor.Result;
import dev.mtproto.transport.websocket.WebSocketMessages;
import dev.mtproto.transport.websocket.WebSocketServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what the client of a new connection speaks, and sets up the layers for it. */
final class Accepting {

    private static final int WRONG_DC = -444;

    private final Socket socket;
    private final ServerTransports transports;
    private final Conversation talk;

    Accepting(Socket socket, ServerTransports transports) throws IOException {
        this.socket = socket;
        this.transports = transports;
        this.talk = new Conversation(
                socket, System.nanoTime() + transports.timeout().toNanos());
    }

    @Enforces(Check.T16)
    FramedSocket accept() throws IOException {
        try {
            return recognise();
        } catch (SocketTimeoutException e) {
            throw new TransportException(Check.T16, "the client did not say in time what it speaks");
        }
    }

    private FramedSocket recognise() throws IOException {
        Set<Cover> covers = EnumSet.of(Cover.OBFUSCATION, Cover.WEBSOCKET, Cover.HTTP);
        if (!transports.fakeTls().secrets().isEmpty()) {
            covers.add(Cover.FAKE_TLS);
        }
        while (true) {
            talk.read();
            Detection detection = TransportDetector.detect(talk.array(), talk.start(), talk.available(), covers);
            if (detection instanceof Detection.Found found) {
                talk.skip(found.tagLength());
                return framed(found.framing(), Carrier.PLAIN, null, talk.takeRest(), () -> false);
            }
            if (detection instanceof Detection.Covered covered) {
                return covered(covered.cover());
            }
            if (detection instanceof Detection.Refused) {
                throw new TransportException("the client speaks no transport that is known here", null);
            }
        }
    }

    private FramedSocket covered(Cover cover) throws IOException {
        switch (cover) {
            case HTTP -> {
                Wire wire = new HttpWire(new HttpServerCodec(transports.limit()));
                return new FramedSocket(
                        new StreamLink(socket, talk, wire, talk.takeRest()), Optional.empty(), Carrier.HTTP);
            }
            case WEBSOCKET -> {
                talk.run(new WebSocketServer(transports.crypto()));
                WebSocketMessages messages =
                        new WebSocketMessages(Role.SERVER, transports.crypto().random(), talk.output());
                return obfuscated(Carrier.WEBSOCKET, messages, messages::isClosed, stream -> transports
                        .obfuscation()
                        .accept(stream, 0));
            }
            case FAKE_TLS -> {
                FakeTlsServer hello = transports.fakeTls().newHandshake();
                talk.run(hello);
                return obfuscated(Carrier.FAKE_TLS, new TlsRecords(Role.SERVER), () -> false, stream -> transports
                        .obfuscation()
                        .acceptInside(hello.secret().orElseThrow(), stream, 0));
            }
            default -> {
                return obfuscated(Carrier.OBFUSCATED, null, () -> false, stream -> transports
                        .obfuscation()
                        .accept(stream, 0));
            }
        }
    }

    /** Reads the header of an obfuscated stream, and on behind it. */
    @Enforces({Check.T9, Check.T10})
    private FramedSocket obfuscated(
            Carrier carrier, @Nullable StreamLayer below, BooleanSupplier ended, Function<byte[], Result> acceptor)
            throws IOException {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        gathered.writeBytes(Dialer.decoded(below, talk.takeRest()));
        while (gathered.size() < Obfuscation.HEADER_LENGTH) {
            talk.read();
            gathered.writeBytes(Dialer.decoded(below, talk.takeRest()));
        }
        byte[] stream = gathered.toByteArray();
        Result result = acceptor.apply(stream);
        if (result instanceof Result.Accepted accepted) {
            byte[] rest = Arrays.copyOfRange(stream, Obfuscation.HEADER_LENGTH, stream.length);
            boolean proxied = carrier == Carrier.OBFUSCATED && accepted.secret().isPresent();
            return framed(
                    accepted.framing(),
                    proxied ? Carrier.MTPROXY : carrier,
                    over(accepted.layer(), below),
                    Dialer.decoded(accepted.layer(), rest),
                    ended);
        }
        if (result instanceof Result.WrongDc wrong) {
            Wire wire = wire(wrong.framing(), over(wrong.layer(), below), ended);
            wire.error(WRONG_DC, new PacketBuffer(16), talk.output());
            throw new TransportException(Check.T10, "the client asks for data centre " + wrong.dc());
        }
        talk.drop();
        throw new TransportException(Check.T9, "the client speaks no transport that is known here");
    }

    private static StreamLayer over(StreamLayer upper, @Nullable StreamLayer below) {
        return below == null ? upper : upper.over(below);
    }

    private FramedSocket framed(
            Framing framing, Carrier carrier, @Nullable StreamLayer layer, byte[] ahead, BooleanSupplier ended)
            throws IOException {
        StreamLink link = new StreamLink(socket, talk, wire(framing, layer, ended), ahead);
        return new FramedSocket(link, Optional.of(framing), carrier);
    }

    private Wire wire(Framing framing, @Nullable StreamLayer layer, BooleanSupplier ended) {
        FramePadding padding = FramePadding.of(Role.SERVER, transports.crypto().random());
        return new FrameWire(
                framing.newEncoder(Role.SERVER, padding),
                framing.newDecoder(Role.SERVER, transports.limit()),
                layer,
                ended);
    }
}
