package dev.mtproto.session.binding;

import dev.mtproto.api.AuthKeyId;

/** A server's answer to {@code auth.bindTempAuthKey}. */
public sealed interface BindingVerdict {

    /**
     * The temporary key is bound, now or already before: {@code boolTrue}.
     *
     * @param permanent the permanent key to which it is bound
     * @param expiresAt the end of the temporary key from now on, in unix seconds
     */
    record Bound(AuthKeyId permanent, long expiresAt) implements BindingVerdict {}

    /**
     * The request is refused: {@code rpc_error}.
     *
     * @param code its code
     * @param text its message
     */
    record Refused(int code, String text) implements BindingVerdict {}
}
