package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.MessageCipher;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of whole encrypted messages: sealed, opened, or refused. */
class PacketVectorTests {

    static List<VectorEntry> entries() {
        return Vectors.file("message_v2");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void sealsOrOpens(VectorEntry entry) {
        AuthKey key = key(entry.inputs().hex("auth_key_hex"));
        Role sender = entry.inputs().integer("x") == 0 ? Role.CLIENT : Role.SERVER;
        if (entry.inputs().has("plaintext_hex")) {
            seal(entry, key, sender);
        } else if (entry.outputs().has("expected")
                && entry.outputs().text("expected").startsWith("reject")) {
            refuse(entry, key, sender);
        } else {
            open(entry, key, sender);
        }
    }

    private static void seal(VectorEntry entry, AuthKey key, Role sender) {
        byte[] plaintext = Bodies.concat(
                entry.inputs().hex("plaintext_hex"), entry.inputs().hex("padding_hex"));
        HostilePeer peer = new HostilePeer(Pair.CRYPTO, key, sender, 0, 0);
        byte[] packet = peer.seal(plaintext);
        assertEquals(entry.outputs().text("message_hex"), Hex.of(packet));
        assertEquals(entry.outputs().text("msg_key_hex"), Hex.of(packet, 8, 16));
        MessageCipher receiver = Pair.CRYPTO.newMessageCipher(key, sender.peer());
        assertTrue(receiver.open(packet, 0, plaintext.length));
        assertEquals(Hex.of(plaintext), Hex.of(packet, MessageCipher.HEADER, plaintext.length));
    }

    private static void open(VectorEntry entry, AuthKey key, Role sender) {
        byte[] packet = entry.inputs().hex("message_hex");
        Recorder recorder = new Recorder();
        PacketOpener opener = opener(key, sender.peer(), packet);
        assertTrue(opener.open(packet, 0, packet.length, recorder), recorder::toString);
        Fields outputs = entry.outputs();
        byte[] body =
                Arrays.copyOfRange(opener.array(), opener.bodyOffset(), opener.bodyOffset() + opener.bodyLength());
        assertEquals(outputs.integer("seq_no"), opener.seqNo());
        assertEquals(
                outputs.has("msg_id") ? outputs.decimal("msg_id") : outputs.wireLong("msg_id_hex"), opener.msgId());
        assertEquals(outputs.integer(outputs.has("body_len") ? "body_len" : "declared_length"), body.length);
        if (outputs.has("body_hex")) {
            assertEquals(outputs.text("body_hex"), Hex.of(body));
        }
        if (outputs.has("salt_hex")) {
            assertEquals(outputs.wireLong("salt_hex"), opener.salt());
        }
        if (outputs.has("plaintext_with_padding_hex")) {
            String plaintext = outputs.text("plaintext_with_padding_hex");
            assertEquals(plaintext, Hex.of(packet, MessageCipher.HEADER, plaintext.length() / 2));
        }
        Fields session = outputs.has("session_id_hex") ? outputs : entry.inputs();
        assertEquals(session.wireLong("session_id_hex"), opener.sessionId());
    }

    private static void refuse(VectorEntry entry, AuthKey key, Role sender) {
        byte[] packet = entry.inputs().hex("message_hex");
        Recorder recorder = new Recorder();
        assertFalse(opener(key, sender.peer(), packet).open(packet, 0, packet.length, recorder));
        String expected = entry.outputs().text("expected");
        assertTrue(recorder.isClosed());
        if (expected.contains("msg_key")) {
            assertEquals(Check.M4, recorder.check());
        } else if (expected.contains("length")) {
            assertTrue(List.of(Check.M1, Check.M5, Check.M6).contains(recorder.check()));
        } else if (expected.contains("padding")) {
            assertTrue(List.of(Check.M1, Check.M6).contains(recorder.check()));
        }
    }

    private static PacketOpener opener(AuthKey key, Role role, byte[] packet) {
        boolean transportPadding = (packet.length - MessageCipher.HEADER) % 16 != 0;
        return PacketOpener.of(Pair.CRYPTO, key, role, SessionClock.server(FakeClock.at(0)), transportPadding);
    }

    private static AuthKey key(byte[] value) {
        Digest sha1 = Pair.CRYPTO.newSha1();
        sha1.update(value);
        return AuthKey.permanent(value, new AuthKeyId(WireBytes.getLong(sha1.digest(), 12)));
    }
}
