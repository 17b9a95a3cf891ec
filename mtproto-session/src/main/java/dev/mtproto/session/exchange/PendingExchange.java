package dev.mtproto.session.exchange;

import dev.mtproto.tl.Int128;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;

/** The state of one exchange on a server. Guarded by its own lock. */
final class PendingExchange {

    /** What the server has answered last. */
    enum Stage {
        /** resPQ: req_DH_params is expected. */
        PQ_ISSUED,
        /** server_DH_params_ok or dh_gen_retry: set_client_DH_params is expected. */
        DH_ISSUED,
        /** A final verdict: nothing but a repeat is expected. */
        FINISHED,
        /** Nothing any more. */
        GONE
    }

    final Int128 nonce;
    final Int128 serverNonce;
    final PrimePair primes;
    final Instant startedAt;
    final byte[] newNonce = new byte[32];
    final byte[] a = new byte[256];
    TemporaryKeys temporaryKeys = new TemporaryKeys(new byte[32], new byte[32]);
    OptionalInt expiresIn = OptionalInt.empty();
    long retryId;
    private Stage stage = Stage.PQ_ISSUED;
    private byte[] lastQuery;
    private byte[] lastAnswer = {};

    PendingExchange(Int128 nonce, Int128 serverNonce, PrimePair primes, Instant startedAt, byte[] query) {
        this.nonce = nonce;
        this.serverNonce = serverNonce;
        this.primes = primes;
        this.startedAt = startedAt;
        lastQuery = query;
    }

    Stage stage() {
        return stage;
    }

    /** Remembers an answer, so that a repeat of the query gets it again. */
    void answered(Stage next, byte[] query, byte[] answer) {
        stage = next;
        lastQuery = query;
        lastAnswer = answer;
        if (next == Stage.FINISHED) {
            erase();
        }
    }

    /** Tells whether a query is the one that was answered last. */
    boolean repeats(byte[] query) {
        return stage != Stage.GONE && Arrays.equals(query, lastQuery);
    }

    byte[] lastAnswer() {
        return lastAnswer;
    }

    /** Ends the exchange: every later query of it is refused. */
    void end() {
        stage = Stage.GONE;
        erase();
    }

    private void erase() {
        Wipe.all(newNonce, a);
        temporaryKeys.erase();
    }
}
