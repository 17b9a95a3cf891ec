package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.MessageCipher;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of whole encrypted messages, as far as the cipher goes: what is inside is the session's. */
final class MessageVectors {

    private static final int BODY = 32;

    private MessageVectors() {}

    static Stream<DynamicTest> all(Crypto crypto) {
        return Vectors.tests("message_v2", vector -> {
            if (vector.takes("plaintext_hex", "padding_hex")) {
                seal(crypto, vector);
            } else if (vector.takes("message_hex")) {
                open(crypto, vector);
            } else {
                throw vector.unknownForm();
            }
        });
    }

    /** Makes a key with the id that belongs to it. */
    static AuthKey authKey(Crypto crypto, byte[] value) {
        byte[] hash = Hash.of(crypto.newSha1(), value);
        long id = ByteBuffer.wrap(hash, 12, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return AuthKey.permanent(value, new AuthKeyId(id));
    }

    private static Role sender(Vector vector) {
        return vector.inNumber("x") == 0 ? Role.CLIENT : Role.SERVER;
    }

    private static void seal(Crypto crypto, Vector vector) {
        byte[] plaintext = vector.in("plaintext_hex");
        byte[] padding = vector.in("padding_hex");
        byte[] packet = new byte[MessageCipher.HEADER + plaintext.length + padding.length];
        System.arraycopy(plaintext, 0, packet, MessageCipher.HEADER, plaintext.length);
        System.arraycopy(padding, 0, packet, MessageCipher.HEADER + plaintext.length, padding.length);
        AuthKey key = authKey(crypto, vector.in("auth_key_hex"));
        crypto.newMessageCipher(key, sender(vector)).seal(packet, 0, plaintext.length + padding.length);
        assertArrayEquals(vector.out("msg_key_hex"), Arrays.copyOfRange(packet, 8, 24));
        assertArrayEquals(vector.out("message_hex"), packet);
    }

    private static void open(Crypto crypto, Vector vector) {
        byte[] packet = vector.in("message_hex");
        // what does not fill a block at the end is padding of a transport
        int length = (packet.length - MessageCipher.HEADER) / 16 * 16;
        AuthKey key = authKey(crypto, vector.in("auth_key_hex"));
        boolean right = crypto.newMessageCipher(key, sender(vector).peer()).open(packet, 0, length);
        byte[] text = Arrays.copyOfRange(packet, MessageCipher.HEADER, MessageCipher.HEADER + length);
        String expected = vector.outputs().path("expected").asText("accept");
        assertEquals(!expected.equals("reject:msg_key"), right);
        if (!right) {
            assertArrayEquals(new byte[length], text, "the text of a forged message is wiped");
            return;
        }
        if (vector.gives("plaintext_with_padding_hex")) {
            assertArrayEquals(vector.out("plaintext_with_padding_hex"), text);
        }
        if (vector.gives("total_plaintext_len")) {
            assertEquals(vector.outputs().required("total_plaintext_len").asInt(), length);
        }
        if (vector.gives("body_hex")) {
            byte[] body = vector.out("body_hex");
            assertArrayEquals(body, Arrays.copyOfRange(text, BODY, BODY + body.length));
        }
    }
}
