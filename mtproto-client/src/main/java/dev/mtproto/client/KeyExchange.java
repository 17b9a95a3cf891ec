package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.exchange.ClientKeyExchange;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.exchange.PlainMessage;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket;
import java.time.Duration;
import java.util.OptionalInt;

/** Drives a key exchange over a connection, within limits of time. */
final class KeyExchange implements FrameHandler {

    private final ClientSettings settings;
    private final FramedSocket socket;
    private final MessageNames names;
    private final ClientKeyExchange exchange;
    private final PacketBuffer out = new PacketBuffer();
    private boolean onlyFirst;
    private boolean answered;
    private boolean done;

    private KeyExchange(ClientSettings settings, ExchangeRequest request, FramedSocket socket) {
        this.settings = settings;
        this.socket = socket;
        this.names = new MessageNames(settings.schema());
        this.exchange = new ClientKeyExchange(
                request, settings.crypto(), settings.crypto().random(), settings.clock());
    }

    /**
     * Makes a key.
     *
     * @throws KeyExchangeException if the server breaks a rule or refuses
     * @throws TransportException if the connection is lost or the server takes too long
     */
    static ExchangeResult run(ClientSettings settings, ExchangeRequest request, FramedSocket socket) {
        KeyExchange run = new KeyExchange(settings, request, socket);
        try {
            run.drive();
            return run.exchange.result();
        } finally {
            run.exchange.close();
        }
    }

    /**
     * Has the server answer the first query of a key exchange, which is then left: that it can be reached is not yet proved by
     * a connection, which a proxy may have opened.
     *
     * @throws MtprotoException as {@link #run}
     */
    static void prove(ClientSettings settings, FramedSocket socket) {
        KeyExchange run = new KeyExchange(settings, ExchangeRequest.permanent(settings.keys(), settings.dc()), socket);
        try {
            run.onlyFirst = true;
            run.drive();
        } finally {
            run.exchange.close();
        }
    }

    private void drive() {
        long end = System.nanoTime() + settings.exchangeTimeout().toNanos();
        exchange.start(out);
        send();
        while (!done) {
            answered = false;
            long answerEnd =
                    Math.min(end, System.nanoTime() + settings.answerTimeout().toNanos());
            while (!answered) {
                receive(answerEnd - System.nanoTime());
            }
        }
    }

    private void receive(long nanosLeft) {
        FramedSocket.Received received =
                nanosLeft <= 0 ? FramedSocket.Received.NOTHING : socket.receive(this, Duration.ofNanos(nanosLeft));
        switch (received) {
            case BYTES -> {}
            case NOTHING ->
                throw new TransportException("the server did not answer in time during the key exchange", null);
            case END -> throw new TransportException("the server closed the connection during the key exchange", null);
        }
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        if (done) {
            throw new KeyExchangeException(Check.H1, 0, "a packet behind the end of the key exchange");
        }
        PlainMessage message = PlainMessage.read(array, offset, length);
        observe(Direction.IN, message);
        switch (exchange.receive(array, offset, length, out)) {
            case SEND -> {
                answered = true;
                done = onlyFirst;
                if (!done) {
                    send();
                }
            }
            case DONE -> {
                answered = true;
                done = true;
            }
            case IGNORED -> {}
        }
    }

    @Override
    @Enforces(Check.H22)
    public void error(int code) {
        throw new KeyExchangeException(Check.H22, code, "the server answered with transport error " + code);
    }

    private void send() {
        observe(Direction.OUT, PlainMessage.read(out.array(), out.offset(), out.length()));
        socket.send(out, false);
    }

    private void observe(Direction direction, PlainMessage message) {
        if (!settings.observers().wantMessages()) {
            return;
        }
        String name = names.of(message.array(), message.offset(), message.length());
        settings.observers()
                .message(new ObservedMessage(direction, name, message.msgId(), OptionalInt.empty(), message.length()));
    }
}
