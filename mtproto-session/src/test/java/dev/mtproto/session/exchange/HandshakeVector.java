package dev.mtproto.session.exchange;

import dev.mtproto.test.Fields;
import dev.mtproto.test.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A whole key exchange of {@code e2e.json}. */
record HandshakeVector(String name, Fields fields) {

    /** Returns every key exchange that the file holds. */
    static Stream<HandshakeVector> all() {
        Fields file = Vectors.object("e2e");
        List<HandshakeVector> found = file.names().stream()
                .filter(name -> name.startsWith("handshake_"))
                .map(name -> new HandshakeVector(name, file.object(name)))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no key exchange in e2e.json");
        }
        return found.stream();
    }

    Fields parameters() {
        return fields.object("parameters");
    }

    int dc() {
        return parameters().integer("dc");
    }

    OptionalInt expiresIn() {
        return parameters().has("expires_in")
                ? OptionalInt.of(parameters().integer("expires_in"))
                : OptionalInt.empty();
    }

    ExchangeRequest request() {
        return new ExchangeRequest(TestServer.PUBLIC, dc(), expiresIn());
    }

    List<Fields> attempts() {
        return Vectors.list(name, fields.get("step7_9_attempts"));
    }

    List<Fields> rsaAttempts() {
        return Vectors.list(name, fields.object("step4_rsa_pad").get("attempts"));
    }

    boolean failed() {
        return fields.object("result").truth("failed");
    }

    /** Returns all that a client draws, in order. */
    byte[][] clientRandom() {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(parameters().hex("nonce"));
        pieces.add(parameters().hex("new_nonce"));
        pieces.add(fields.object("step4_rsa_pad").hex("random_padding_bytes"));
        rsaAttempts().forEach(attempt -> pieces.add(attempt.hex("temp_key")));
        for (Fields attempt : attempts()) {
            pieces.add(attempt.hex("b"));
            pieces.add(attempt.hex("padding"));
        }
        return pieces.toArray(byte[][]::new);
    }

    /** Returns all that a server draws, in order. */
    byte[][] serverRandom() {
        Fields answer = fields.object("step6_server_DH_params_ok");
        return new byte[][] {
            parameters().hex("server_nonce"),
            parameters().hex("p"),
            parameters().hex("q"),
            answer.hex("a"),
            answer.hex("padding")
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
