package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;

/**
 * The client's side of a key exchange as typed steps: each step gives the query to send and takes the answer to it, which
 * gives the next step. What is out of order does not compile. {@link ClientKeyExchange} runs the steps on whole packets.
 *
 * <p>A step's query may be sent again, its answer is taken once. When an answer breaks a rule, all secrets of the exchange
 * are erased and a {@link dev.mtproto.api.KeyExchangeException} names the rule; the connection has to be closed then. Not
 * safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/mtproto/auth_key">Creating an authorization key</a>
 */
public final class ClientExchange {

    private ClientExchange() {}

    /**
     * Starts an exchange.
     *
     * @param request what is asked for
     * @param crypto the primitives
     * @param random where nonces, keys and paddings come from; {@link Crypto#random} but for tests
     * @return the first step
     */
    @Enforces(Check.H16)
    public static AwaitingResPQ start(ExchangeRequest request, Crypto crypto, RandomSource random) {
        return start(request, crypto, random, InnerForm.WITH_DC);
    }

    static AwaitingResPQ start(ExchangeRequest request, Crypto crypto, RandomSource random, InnerForm form) {
        return new AwaitingResPQ(new ClientAttempt(request, crypto, random, form));
    }
}
