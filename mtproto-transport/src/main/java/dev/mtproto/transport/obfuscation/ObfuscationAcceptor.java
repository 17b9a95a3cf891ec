package dev.mtproto.transport.obfuscation;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of an obfuscated stream: reads the header, with each of its secrets in turn and without any. Immutable;
 * safe for use by several threads.
 *
 * @param secrets what clients may hold, tried in order; those of the kind fake TLS are left out here, as their streams come
 *     inside of records
 * @param direct whether clients without a secret are taken
 * @param dcs which data centres clients may name; that of a direct connection is not looked at, as it need not name any
 * @param crypto the provider
 */
public record ObfuscationAcceptor(List<ProxySecret> secrets, boolean direct, IntPredicate dcs, Crypto crypto) {

    /** What a header led to. */
    public sealed interface Result {

        /**
         * The stream is understood.
         *
         * @param layer the layer, in place for the byte behind the header
         * @param framing the framing of the stream; its frames have no tag
         * @param dc the data centre that the header names; meaningful with a secret only
         * @param secret the secret that the client holds
         */
        record Accepted(Obfuscation layer, Framing framing, int dc, Optional<ProxySecret> secret) implements Result {}

        /**
         * The stream is understood, but asks for a data centre that is not here: the connection is closed behind transport
         * error -444.
         *
         * @param layer the layer, to send the error through
         * @param framing the framing of the stream
         * @param dc the data centre that the header names
         */
        record WrongDc(Obfuscation layer, Framing framing, int dc) implements Result {}

        /** No transport. What else comes is read and dropped for a while, then the connection is closed without an answer. */
        record Refused() implements Result {}
    }

    /** Copies the list. */
    public ObfuscationAcceptor {
        secrets = List.copyOf(secrets);
    }

    /**
     * Reads the header of a stream on a bare connection or in WebSocket messages.
     *
     * @param data the array; not changed
     * @param offset the index of the first of the 64 bytes
     */
    public Result accept(byte[] data, int offset) {
        byte[] header = header(data, offset);
        for (ProxySecret secret : secrets) {
            if (secret.kind() != ProxySecret.Kind.FAKE_TLS) {
                Result result = attempt(header, secret);
                if (!(result instanceof Result.Refused)) {
                    return result;
                }
            }
        }
        return direct ? attempt(header, null) : new Result.Refused();
    }

    /**
     * Reads the header of a stream inside of the records of fake TLS.
     *
     * @param secret the secret that the client's hello was made with
     * @param data the array; not changed
     * @param offset the index of the first of the 64 bytes
     */
    public Result acceptInside(ProxySecret secret, byte[] data, int offset) {
        return attempt(header(data, offset), secret.padded());
    }

    @Enforces({Check.T9, Check.T10})
    private Result attempt(byte[] header, @Nullable ProxySecret secret) {
        ObfuscationKeys keys = ObfuscationKeys.of(header, secret, crypto);
        AesCtr incoming = keys.clientStream(crypto);
        byte[] plain = header.clone();
        incoming.apply(plain, 0, plain.length);
        Framing framing = ObfuscationHeader.framing(plain);
        if (framing == null || (secret != null && !secret.allows(framing))) {
            keys.wipe();
            return new Result.Refused();
        }
        Obfuscation layer = Obfuscation.server(keys.serverStream(crypto), incoming);
        keys.wipe();
        int dc = ObfuscationHeader.dc(plain);
        if (secret != null && !dcs.test(dc)) {
            return new Result.WrongDc(layer, framing, dc);
        }
        return new Result.Accepted(layer, framing, dc, Optional.ofNullable(secret));
    }

    private static byte[] header(byte[] data, int offset) {
        Objects.checkFromIndexSize(offset, Obfuscation.HEADER_LENGTH, data.length);
        return Arrays.copyOfRange(data, offset, offset + Obfuscation.HEADER_LENGTH);
    }
}
