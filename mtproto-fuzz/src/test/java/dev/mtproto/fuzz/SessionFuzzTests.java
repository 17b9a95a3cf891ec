package dev.mtproto.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TlException;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.Gzip;
import dev.mtproto.session.message.SaltCheck;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.MtprotoSchema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/** What stands inside packets: objects, packed objects, containers, and all that a server may say to a client. */
class SessionFuzzTests {

    private static final int LIMIT = 1 << 20;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_780_000_000));
    private static final AuthKey KEY = AuthKey.permanent(Fuzz.random().nextBytes(AuthKey.LENGTH), new AuthKeyId(77));

    /** What is read can be written, and read again as the same. */
    @FuzzTest
    void objects(byte[] input) {
        TlObject object;
        try {
            object = new TlReader(input, 0, input.length, MtprotoSchema.INSTANCE).readObject();
        } catch (TlException e) {
            return;
        }
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        byte[] written = writer.toByteArray();
        assertEquals(object, new TlReader(written, 0, written.length, MtprotoSchema.INSTANCE).readObject());
    }

    @FuzzTest
    void gzip(byte[] input) {
        try {
            assertTrue(Gzip.unpack(input, 0, input.length, LIMIT).length <= LIMIT);
        } catch (SessionException e) {
            assertTrue(e.check().isPresent());
        }
    }

    /** A message of the server's, whatever its body: a container, a result, a notice of something wrong. */
    @FuzzTest
    void messageToAClient(byte[] input) {
        RandomSource random = Fuzz.random();
        try (SessionEngine engine = SessionEngine.builder(Fuzz.CRYPTO, KEY)
                .clock(CLOCK, SessionClock.client(CLOCK))
                .random(random)
                .build()) {
            EncryptedSession server = EncryptedSession.builder(Fuzz.CRYPTO, KEY, Role.SERVER)
                    .sessionId(engine.sessionId())
                    .salts(new AnySalt())
                    .clock(SessionClock.server(CLOCK))
                    .random(random)
                    .build();
            engine.connectionOpened();
            byte[] body = Arrays.copyOf(input, Math.max(4, input.length / 4 * 4));
            PacketBuffer packet = new PacketBuffer();
            server.pack(body, 0, body.length, (body.length & 4) == 0, packet);
            engine.received(packet.array(), packet.offset(), packet.length());
            engine.poll();
            int packets = 0;
            while (engine.nextPacket(packet)) {
                assertTrue(++packets < 100, "it goes on sending");
            }
            while (engine.nextEvent() != null) {
                assertTrue(++packets < 100_000, "it goes on telling");
            }
        }
    }

    private static final class AnySalt implements SaltCheck {

        @Override
        public boolean accepts(long salt) {
            return true;
        }

        @Override
        public long current() {
            return 0;
        }
    }
}
