package dev.mtproto.cli;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.session.message.SessionLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A body into a packet of a session, and back. */
final class MessageOperations implements Operations {

    private static final int UNKNOWN_CONSTRUCTOR = 0x0bad_f00d;
    private static final SessionLimits LIMITS = new SessionLimits(1 << 24, 1024, 1 << 24, 1000);

    @Override
    public List<String> names() {
        return List.of("pack", "unpack");
    }

    @Override
    public List<Operation> make(Crypto crypto) {
        List<Operation> operations = new ArrayList<>();
        for (int size : SIZES) {
            operations.add(pack(crypto, body(crypto, size)));
        }
        for (int size : SIZES) {
            operations.add(unpack(crypto, body(crypto, size)));
        }
        return operations;
    }

    private static Operation pack(Crypto crypto, byte[] body) {
        EncryptedSession session = session(crypto, Role.CLIENT);
        PacketBuffer out = new PacketBuffer(body.length + 1024);
        return Operation.of("pack", body.length, Operation.batchFor(body.length), i -> {
            session.pack(body, 0, body.length, true, out);
            return out.array()[out.offset() + out.length() - 1];
        });
    }

    /** The packets of a batch are made before the watch runs, each with an id of its own. */
    private static Operation unpack(Crypto crypto, byte[] body) {
        EncryptedSession server = session(crypto, Role.SERVER);
        EncryptedSession client = session(crypto, Role.CLIENT);
        int batch = Operation.batchFor(body.length);
        PacketBuffer[] packets = new PacketBuffer[batch];
        for (int i = 0; i < batch; i++) {
            packets[i] = new PacketBuffer(body.length + 1024);
        }
        Counting counting = new Counting();
        return new Operation("unpack", body.length, batch, times -> {
            for (int i = 0; i < times; i++) {
                server.pack(body, 0, body.length, true, packets[i]);
            }
            counting.messages = 0;
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                client.unpack(packets[i].array(), packets[i].offset(), packets[i].length(), counting);
            }
            long spent = System.nanoTime() - start;
            if (counting.messages != times) {
                throw new Failure("a packet was refused: " + counting.refusal);
            }
            return spent;
        });
    }

    private static EncryptedSession session(Crypto crypto, Role role) {
        byte[] key = new byte[AuthKey.LENGTH];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 7 + 3);
        }
        // ids run ahead of a clock that stands; it is never read behind the first one
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));
        SessionClock sessionClock = role == Role.CLIENT ? SessionClock.client(clock) : SessionClock.server(clock);
        return EncryptedSession.builder(crypto, AuthKey.permanent(key, new AuthKeyId(1)), role)
                .sessionId(new SessionId(1))
                .clock(sessionClock)
                .limits(LIMITS)
                .build();
    }

    private static byte[] body(Crypto crypto, int size) {
        byte[] body = crypto.random().nextBytes(size);
        ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).putInt(0, UNKNOWN_CONSTRUCTOR);
        return body;
    }

    private static final class Counting implements MessageHandler {

        private int messages;
        private String refusal = "";

        @Override
        public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
            messages++;
        }

        @Override
        public void refused(Refusal refused) {
            refusal = refused.check().toString();
        }
    }
}
