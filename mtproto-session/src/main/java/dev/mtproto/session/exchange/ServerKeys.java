package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Fingerprint;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPem;
import dev.mtproto.crypto.RsaPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public RSA keys by which a client knows the servers that it trusts. Immutable. */
public final class ServerKeys {

    private final List<RsaPublicKey> keys;

    private ServerKeys(List<RsaPublicKey> keys) {
        this.keys = keys;
    }

    /** Returns the keys of Telegram's data centres, production and test. */
    public static ServerKeys telegram() {
        return ofPem(TelegramKeys.PRODUCTION + TelegramKeys.TEST);
    }

    /**
     * Returns the given keys.
     *
     * @param keys the keys
     */
    public static ServerKeys of(RsaPublicKey... keys) {
        return new ServerKeys(List.of(keys));
    }

    /**
     * Reads keys from PEM text, one or more, in PKCS#1 or SubjectPublicKeyInfo form.
     *
     * @param pem the text
     * @throws IllegalArgumentException if there is no key in it, or one that cannot be read or has no 2048 bits
     */
    public static ServerKeys ofPem(String pem) {
        return new ServerKeys(RsaPem.readPublic(pem));
    }

    /**
     * Returns these keys and others.
     *
     * @param others the others
     */
    public ServerKeys and(ServerKeys others) {
        return new ServerKeys(
                Stream.concat(keys.stream(), others.keys.stream()).distinct().toList());
    }

    /** Returns the keys. */
    public List<RsaPublicKey> keys() {
        return keys;
    }

    /**
     * Computes the fingerprint of a key: the last 8 bytes of the SHA-1 over its TL form.
     *
     * @param key the key
     * @param crypto where the SHA-1 comes from
     */
    public static Fingerprint fingerprint(RsaPublicKey key, Crypto crypto) {
        return Fingerprints.of(key.modulus(), key.exponent(), crypto);
    }

    /** Finds the first fingerprint in a server's offer that is the one of a key here. */
    @Enforces(Check.H5)
    Optional<RsaPublicKey> choose(List<Long> offered, Crypto crypto) {
        for (long fingerprint : offered) {
            for (RsaPublicKey key : keys) {
                if (fingerprint(key, crypto).value() == fingerprint) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }
}
