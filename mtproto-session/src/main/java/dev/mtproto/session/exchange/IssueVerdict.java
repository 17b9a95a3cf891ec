package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Salt;
import dev.mtproto.session.exchange.PendingExchange.Stage;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.ClientDHInnerData;
import dev.mtproto.tl.schema.DhGenFail;
import dev.mtproto.tl.schema.DhGenOk;
import dev.mtproto.tl.schema.DhGenRetry;
import java.math.BigInteger;

/** Answers set_client_DH_params: the key is computed and given to the registry. */
final class IssueVerdict {

    private IssueVerdict() {}

    static Outcome answer(ServerQuery.ClientDh query, PendingExchange exchange, ServerContext context) {
        byte[] encrypted = query.query().encryptedData().toByteArray();
        byte[] clientHalf = clientHalf(encrypted, exchange, context);
        AuthKeyParts key = AuthKeyParts.of(
                context.crypto()
                        .modPow(
                                clientHalf,
                                exchange.a,
                                Unsigned.block(context.options().dhPrime())),
                context.crypto());
        try {
            return judge(query, exchange, context, key);
        } finally {
            key.erase();
        }
    }

    @Enforces({Check.S9, Check.S10})
    private static byte[] clientHalf(byte[] encrypted, PendingExchange exchange, ServerContext context) {
        ClientDHInnerData inner = HashedText.open(
                encrypted, exchange.temporaryKeys, context.crypto(), ClientDHInnerData::read, Check.S9, Check.S9);
        Fault.unless(
                inner.nonce().equals(exchange.nonce) && inner.serverNonce().equals(exchange.serverNonce),
                Check.S9,
                "the encrypted query belongs to another exchange");
        Fault.unless(inner.retryId() == exchange.retryId, Check.S9, "a retry_id that names no refused key");
        TlBytes publicValue = inner.gB();
        Fault.unless(publicValue.length() <= RsaPad.BLOCK, Check.S10, "g_b of " + publicValue.length() + " bytes");
        BigInteger value = Unsigned.read(publicValue.toByteArray());
        Fault.unless(
                DhCheck.isInRange(value, context.options().dhPrime()),
                Check.S10,
                "g_b is too close to 0 or to dh_prime");
        return Unsigned.block(value);
    }

    @Enforces(Check.S11)
    private static Outcome judge(
            ServerQuery.ClientDh query, PendingExchange exchange, ServerContext context, AuthKeyParts key) {
        if (key.id().equals(new AuthKeyId(0))) {
            return again(query, exchange, context, key);
        }
        Salt salt = AuthKeyParts.firstSalt(exchange.newNonce, exchange.serverNonce.toByteArray());
        AuthKey authKey = authKey(key, exchange, context);
        if (!context.registry().admits(authKey)) {
            authKey.destroy();
            var answer =
                    new DhGenFail(exchange.nonce, exchange.serverNonce, hash(NonceHash.FAIL, exchange, context, key));
            return finish(query, exchange, Outcome.bytes(answer), new ServerReply.Answer());
        }
        if (!context.registry().add(authKey, salt)) {
            authKey.destroy();
            return again(query, exchange, context, key);
        }
        var answer = new DhGenOk(exchange.nonce, exchange.serverNonce, hash(NonceHash.OK, exchange, context, key));
        return finish(query, exchange, Outcome.bytes(answer), new ServerReply.KeyCreated(authKey, salt));
    }

    private static AuthKey authKey(AuthKeyParts key, PendingExchange exchange, ServerContext context) {
        if (exchange.expiresIn.isEmpty()) {
            return AuthKey.permanent(key.value(), key.id());
        }
        long now = context.clock().instant().getEpochSecond();
        return AuthKey.temporary(key.value(), key.id(), now + exchange.expiresIn.getAsInt());
    }

    private static Outcome again(
            ServerQuery.ClientDh query, PendingExchange exchange, ServerContext context, AuthKeyParts key) {
        var answer =
                new DhGenRetry(exchange.nonce, exchange.serverNonce, hash(NonceHash.RETRY, exchange, context, key));
        byte[] bytes = Outcome.bytes(answer);
        exchange.retryId = key.retryId();
        exchange.answered(Stage.DH_ISSUED, query.bytes(), bytes);
        return Outcome.answer(bytes);
    }

    private static Outcome finish(
            ServerQuery.ClientDh query, PendingExchange exchange, byte[] answer, ServerReply reply) {
        exchange.answered(Stage.FINISHED, query.bytes(), answer);
        return new Outcome(reply, answer);
    }

    private static Int128 hash(int number, PendingExchange exchange, ServerContext context, AuthKeyParts key) {
        return NonceHash.of(exchange.newNonce, number, key.auxHash(), context.crypto());
    }
}
