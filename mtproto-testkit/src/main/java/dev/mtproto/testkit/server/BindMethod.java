package dev.mtproto.testkit.server;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.RpcException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.binding.BindingPlace;
import dev.mtproto.session.binding.BindingVerdict;
import dev.mtproto.session.binding.BindingVerifier;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers {@code auth.bindTempAuthKey}. */
final class BindMethod implements RpcHandler {

    private final Crypto crypto;
    private final InstantSource clock;
    private final KeyTable keys;

    BindMethod(Crypto crypto, InstantSource clock, KeyTable keys) {
        this.crypto = crypto;
        this.clock = clock;
        this.keys = keys;
    }

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        if (!(call.function() instanceof AuthBindTempAuthKey request)) {
            return Optional.empty();
        }
        ServerKey temporary = keys.find(call.key().value());
        if (temporary == null) {
            throw new RpcException(400, "ENCRYPTED_MESSAGE_INVALID");
        }
        BindingVerifier verifier = new BindingVerifier(crypto, this::find, clock);
        BindingPlace place = new BindingPlace(temporary.key(), call.session(), call.msgId(), temporary.boundTo());
        BindingVerdict verdict = verifier.verify(request, place);
        if (verdict instanceof BindingVerdict.Bound bound && keys.bind(temporary, bound)) {
            return Optional.of(RpcReply.of(true));
        }
        throw refusal(verdict);
    }

    private Optional<AuthKey> find(AuthKeyId id) {
        @Nullable ServerKey key = keys.find(id.value());
        return Optional.ofNullable(key).map(ServerKey::key);
    }

    private static RpcException refusal(BindingVerdict verdict) {
        return verdict instanceof BindingVerdict.Refused refused
                ? new RpcException(refused.code(), refused.text())
                : new RpcException(400, "TEMP_AUTH_KEY_ALREADY_BOUND");
    }
}
