package dev.mtproto.session.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.Vectors;
import java.util.ArrayList;
import java.util.List;

/** A whole message of the end-to-end vectors, with the key and session it belongs to. */
record MessageVector(Fields session, Fields fields) {

    /** Returns every message of the sessions on the permanent and on the temporary key, in the order of the file. */
    static List<MessageVector> all() {
        JsonNode tree = Vectors.tree("e2e");
        List<MessageVector> found = new ArrayList<>();
        Fields permanent = new Fields("session_permanent", tree.get("session_permanent"));
        for (Fields message : Vectors.list("session_permanent", permanent.get("messages"))) {
            found.add(new MessageVector(permanent, message));
        }
        Fields temporary = new Fields("session_temporary", tree.get("session_temporary"));
        Fields bind = new Fields("bind_temp_auth_key", tree.get("bind_temp_auth_key"));
        for (JsonNode node : bind.node()) {
            if (node.has("wire") && node.has("plaintext")) {
                found.add(new MessageVector(temporary, new Fields("bind_temp_auth_key", node)));
            }
        }
        return found;
    }

    static AuthKey key(Fields session) {
        return AuthKey.permanent(session.hex("auth_key"), new AuthKeyId(session.wireLong("auth_key_id")));
    }

    Role sender() {
        return fields.text("direction").startsWith("client") ? Role.CLIENT : Role.SERVER;
    }

    long msgId() {
        return fields.wireLong("msg_id");
    }

    byte[] body() {
        return fields.hex("body");
    }

    Salt salt() {
        return new Salt(fields.wireLong("salt"));
    }

    EncryptedSessionBuilder builder(Role role) {
        return EncryptedSession.builder(Pair.CRYPTO, key(session), role)
                .sessionId(new SessionId(fields.wireLong("session_id")))
                .salt(salt());
    }

    /** Returns the object that the body holds or, packed, stands for. */
    String content() {
        return fields.has("uncompressed_query") ? Hex.of(fields.hex("uncompressed_query")) : Hex.of(body());
    }

    @Override
    public String toString() {
        return fields.text("name");
    }
}
