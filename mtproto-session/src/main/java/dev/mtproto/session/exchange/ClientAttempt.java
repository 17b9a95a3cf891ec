package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlReader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the steps of one client exchange share: the request, the nonces, and which step is the current one. */
final class ClientAttempt {

    final ExchangeRequest request;
    final Crypto crypto;
    final RandomSource random;
    final InnerForm form;
    final Int128 nonce;
    final ClientSecrets secrets = new ClientSecrets();
    private Int128 serverNonce = Int128.of(new byte[16]);
    private @Nullable Object current;
    private int answerLength;

    ClientAttempt(ExchangeRequest request, Crypto crypto, RandomSource random, InnerForm form) {
        this.request = request;
        this.crypto = crypto;
        this.random = random;
        this.form = form;
        nonce = Int128.of(random.nextBytes(16));
    }

    void enter(Object step) {
        current = step;
    }

    Int128 serverNonce() {
        return serverNonce;
    }

    void serverNonce(Int128 value) {
        serverNonce = value;
    }

    /** Returns the length of the last answer's object, in bytes. */
    int answerLength() {
        return answerLength;
    }

    /** Takes an answer on behalf of a step; whatever fails, the secrets are erased first. */
    @Enforces(Check.H21)
    <T> T receive(Object step, Supplier<T> work) {
        if (current != step) {
            throw new IllegalStateException("this step of the key exchange is over");
        }
        boolean done = false;
        try {
            T next = work.get();
            done = true;
            return next;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    <T> T read(byte[] body, int offset, int length, Function<TlReader, T> read) {
        ClientAnswer<T> answer = ClientAnswer.read(body, offset, length, read);
        answerLength = answer.length();
        return answer.object();
    }

    @Enforces(Check.H2)
    void checkNonce(Int128 answered) {
        Fault.unless(answered.equals(nonce), Check.H2, "the answer belongs to another nonce");
    }

    @Enforces({Check.H2, Check.H3})
    void checkNonces(Int128 answered, Int128 answeredServer) {
        checkNonce(answered);
        Fault.unless(answeredServer.equals(serverNonce), Check.H3, "the answer belongs to another server_nonce");
    }

    /** Ends the exchange. */
    void close() {
        current = null;
        secrets.erase();
    }
}
