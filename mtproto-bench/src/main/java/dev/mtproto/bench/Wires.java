package dev.mtproto.bench;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.faketls.TlsRecords;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor.Result;
import dev.mtproto.transport.websocket.WebSocketMessages;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The codecs of both ends of a connection, in one direction. */
interface Wires {

    /** A piece as a socket gives it, in bytes. */
    int PIECE = 1 << 14;

    int LIMIT = 1 << 24;

    Wires NONE = new Wires() {
        @Override
        public long send(PacketBuffer packet) {
            throw new IllegalStateException("not connected");
        }

        @Override
        public long there(PacketBuffer packet) {
            throw new IllegalStateException("not connected");
        }
    };

    /** Makes the bytes of a packet, and forgets them; returns how many. */
    long send(PacketBuffer packet);

    /** Makes them and takes the packet from them again; returns its length. */
    long there(PacketBuffer packet);

    static Wires of(String transport, Role sender, Crypto crypto) {
        if (transport.equals("http")) {
            return new Http(sender);
        }
        for (Framing framing : Framing.values()) {
            if (transport.equals(framing.id())) {
                return new Framed(framing, sender, crypto, null, null);
            }
        }
        Framing framing = transport.contains("padded") ? Framing.PADDED_INTERMEDIATE : Framing.INTERMEDIATE;
        Obfuscation client = Obfuscation.direct(framing, OptionalInt.of(2), crypto, crypto.random());
        Taken header = new Taken();
        client.encode(new byte[0], 0, 0, header);
        ObfuscationAcceptor acceptor = new ObfuscationAcceptor(List.of(), true, dc -> true, crypto);
        StreamLayer server = ((Result.Accepted) acceptor.accept(header.bytes, 0)).layer();
        StreamLayer here = sender == Role.CLIENT ? client : server;
        StreamLayer far = sender == Role.CLIENT ? server : client;
        Role receiver = sender == Role.CLIENT ? Role.SERVER : Role.CLIENT;
        if (transport.startsWith("faketls")) {
            here = here.over(new TlsRecords(sender));
            far = far.over(new TlsRecords(receiver));
        } else if (transport.startsWith("websocket")) {
            here = here.over(new WebSocketMessages(sender, crypto.random(), header));
            far = far.over(new WebSocketMessages(receiver, crypto.random(), header));
        }
        return new Framed(framing, sender, crypto, here, far);
    }

    /** Keeps bytes, and counts what is received. */
    final class Taken implements ByteSink, FrameHandler {

        byte[] bytes = new byte[PIECE];
        int length;
        long received;

        @Override
        public void accept(byte[] data, int offset, int count) {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * (length + count));
            }
            System.arraycopy(data, offset, bytes, length, count);
            length += count;
        }

        @Override
        public void packet(byte[] array, int offset, int count, boolean wantsQuickAck) {
            received = count;
        }

        @Override
        public void error(int code) {
            throw new IllegalStateException("error " + code);
        }
    }
}
