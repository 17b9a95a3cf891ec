package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Vectors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of the vectors that break a rule, or just do not; what has to follow stands there in words. */
class NegativeMessageVectorTests {

    private static final Fields E2E = Vectors.object("e2e");
    private static final Fields SESSION = E2E.object("session_permanent");
    private static final Fields NEGATIVE = E2E.object("negative_messages");
    private static final Pattern NOTIFICATION = Pattern.compile("bad_msg_notification (\\d+)");

    static List<Fields> cases() {
        return Vectors.list("negative_messages", NEGATIVE.get("cases"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reactsAsExpected(Fields vector) {
        String expected = vector.text("expected");
        boolean toClient = vector.text("direction").startsWith("server") || expected.contains("sent to a client");
        Recorder recorder = receive(toClient ? Role.CLIENT : Role.SERVER, vector.hex("wire"));
        Matcher notification = NOTIFICATION.matcher(expected);
        if (expected.startsWith("accept")) {
            assertEquals(List.of(), recorder.refusals);
            assertEquals(1, recorder.messages.size());
            return;
        }
        assertTrue(recorder.messages.isEmpty(), recorder::toString);
        if (notification.find()) {
            assertEquals(new Reaction.Notify(Integer.parseInt(notification.group(1))), recorder.reaction());
        } else if (expected.contains("bad_server_salt")) {
            assertInstanceOf(Reaction.NewSalt.class, recorder.reaction());
        } else if (expected.contains("msg_key mismatch")) {
            assertEquals(Check.M4, recorder.check());
            assertTrue(recorder.isClosed());
        } else if (expected.contains("close")) {
            assertTrue(recorder.isClosed());
        } else if (!expected.contains("discard")) {
            fail("an expectation that is not understood: " + expected);
        }
        if (expected.contains("-404 on a server")) {
            assertEquals(
                    new Reaction.CloseWith(-404),
                    receive(Role.SERVER, vector.hex("wire")).reaction());
        }
        if (expected.contains("s in past") || expected.contains("older than") || expected.contains("ahead")) {
            assertEquals(new Reaction.Discard(), recorder.reaction());
        }
    }

    private static Recorder receive(Role role, byte[] packet) {
        FakeClock time = FakeClock.at(NEGATIVE.decimal("clock"));
        EncryptedSession session = EncryptedSession.builder(Pair.CRYPTO, MessageVector.key(SESSION), role)
                .sessionId(new SessionId(SESSION.wireLong("session_id")))
                .salt(new Salt(SESSION.wireLong("first_salt")))
                .clock(role == Role.SERVER ? SessionClock.server(time) : MessageVectorTests.synchronised(time))
                .build();
        Recorder recorder = new Recorder();
        session.unpack(packet, 0, packet.length, recorder);
        return recorder;
    }
}
