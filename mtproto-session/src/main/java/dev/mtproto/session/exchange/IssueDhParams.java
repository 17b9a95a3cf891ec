package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.exchange.PendingExchange.Stage;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.ReqDHParams;
import dev.mtproto.tl.schema.ServerDHInnerData;
import dev.mtproto.tl.schema.ServerDHParamsOk;
import java.util.OptionalInt;

/** Answers req_DH_params: the inner data is decrypted and checked, the server's half of the key drawn. */
final class IssueDhParams {

    private static final int MIN_LIFE = 60;
    private static final int MAX_LIFE = 7 * 24 * 60 * 60;

    private IssueDhParams() {}

    @Enforces({Check.S3, Check.S4})
    static Outcome answer(ServerQuery.DhParams query, PendingExchange exchange, ServerContext context) {
        ReqDHParams params = query.query();
        Fault.unless(
                Unsigned.holds(params.p(), exchange.primes.p()) && Unsigned.holds(params.q(), exchange.primes.q()),
                Check.S3,
                "p and q are not the ones that were issued");
        RsaPrivateKey key = context.keys().get(params.publicKeyFingerprint());
        if (key == null) {
            throw Fault.of(Check.S4, "an unknown fingerprint");
        }
        byte[] encrypted = params.encryptedData().toByteArray();
        DecryptedInner inner = InnerDecryption.open(encrypted, key, context);
        try {
            accept(inner, exchange, context);
        } finally {
            inner.erase();
        }
        byte[] answer = Outcome.bytes(serverHalf(exchange, context));
        exchange.answered(Stage.DH_ISSUED, query.bytes(), answer);
        return Outcome.answer(answer);
    }

    @Enforces({Check.S6, Check.S7})
    private static void accept(DecryptedInner inner, PendingExchange exchange, ServerContext context) {
        Fault.unless(
                Unsigned.holds(inner.pq(), exchange.primes.product())
                        && Unsigned.holds(inner.p(), exchange.primes.p())
                        && Unsigned.holds(inner.q(), exchange.primes.q())
                        && inner.nonce().equals(exchange.nonce)
                        && inner.serverNonce().equals(exchange.serverNonce),
                Check.S6,
                "the inner data differ from the outer ones");
        if (inner.dc().isPresent()
                && !context.options().acceptsDc().test(inner.dc().getAsInt())) {
            throw new KeyExchangeException(Check.S7, Fault.WRONG_DC, "the client asks for another data centre");
        }
        exchange.expiresIn = life(inner.expiresIn());
        System.arraycopy(inner.newNonce(), 0, exchange.newNonce, 0, exchange.newNonce.length);
        exchange.temporaryKeys =
                TemporaryKeys.derive(exchange.newNonce, exchange.serverNonce.toByteArray(), context.crypto());
    }

    @Enforces(Check.S8)
    private static OptionalInt life(OptionalInt asked) {
        if (asked.isEmpty()) {
            return asked;
        }
        Fault.unless(asked.getAsInt() > 0, Check.S8, "a temporary key with a life of no seconds");
        return OptionalInt.of(Math.max(MIN_LIFE, Math.min(MAX_LIFE, asked.getAsInt())));
    }

    private static ServerDHParamsOk serverHalf(PendingExchange exchange, ServerContext context) {
        byte[] publicValue = drawPublicValue(exchange, context);
        var inner = new ServerDHInnerData(
                exchange.nonce,
                exchange.serverNonce,
                context.options().g(),
                TlBytes.of(Unsigned.block(context.options().dhPrime())),
                TlBytes.of(publicValue),
                (int) context.clock().instant().getEpochSecond());
        byte[] text = HashedText.seal(inner, exchange.temporaryKeys, context.crypto(), context.random());
        return new ServerDHParamsOk(exchange.nonce, exchange.serverNonce, TlBytes.of(text));
    }

    @Enforces({Check.S13, Check.H14})
    private static byte[] drawPublicValue(PendingExchange exchange, ServerContext context) {
        byte[] generator = {(byte) context.options().g()};
        byte[] modulus = Unsigned.block(context.options().dhPrime());
        while (true) {
            context.random().nextBytes(exchange.a, 0, exchange.a.length);
            byte[] publicValue = context.crypto().modPow(generator, exchange.a, modulus);
            if (DhCheck.isInRange(Unsigned.read(publicValue), context.options().dhPrime())) {
                return publicValue;
            }
        }
    }
}
