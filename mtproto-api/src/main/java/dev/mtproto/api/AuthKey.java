package dev.mtproto.api;

import java.util.Arrays;
import java.util.OptionalLong;
import javax.security.auth.Destroyable;

/**
 * An authorization key: the 2048-bit secret that a key exchange ends with, and its id. The value leaves this object only
 * through {@link #copyTo}; it is not part of {@link #toString}, and {@link #destroy} overwrites it.
 *
 * <p>Safe for use by several threads, but for {@code destroy} while another thread copies.
 */
public final class AuthKey implements Destroyable {

    /** Length of the value, in bytes. */
    public static final int LENGTH = 256;

    private final byte[] value;
    private final AuthKeyId id;
    private final long expiresAt;
    private volatile boolean destroyed;

    private AuthKey(byte[] value, AuthKeyId id, long expiresAt) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("an auth key has 256 bytes, not " + value.length);
        }
        if (id.value() == 0) {
            throw new IllegalArgumentException("auth_key_id 0 means plaintext and cannot name a key");
        }
        this.value = value.clone();
        this.id = id;
        this.expiresAt = expiresAt;
    }

    /**
     * Returns a permanent key.
     *
     * @param value the 256 bytes, left-padded with zeros; copied
     * @param id the id that belongs to them; it is not verified here
     * @throws IllegalArgumentException if the length is another or the id is 0
     */
    public static AuthKey permanent(byte[] value, AuthKeyId id) {
        return new AuthKey(value, id, 0);
    }

    /**
     * Returns a temporary key, as perfect forward secrecy uses it.
     *
     * @param value the 256 bytes, left-padded with zeros; copied
     * @param id the id that belongs to them; it is not verified here
     * @param expiresAt the end of its life, in unix seconds of the server's clock; positive
     * @throws IllegalArgumentException if the length is another, the id is 0 or the end is not positive
     */
    public static AuthKey temporary(byte[] value, AuthKeyId id, long expiresAt) {
        if (expiresAt <= 0) {
            throw new IllegalArgumentException("a temporary key needs an end after 1970, not " + expiresAt);
        }
        return new AuthKey(value, id, expiresAt);
    }

    /** Returns the id. */
    public AuthKeyId id() {
        return id;
    }

    /** Returns the end of a temporary key's life in unix seconds of the server's clock; empty for a permanent key. */
    public OptionalLong expiresAt() {
        return expiresAt == 0 ? OptionalLong.empty() : OptionalLong.of(expiresAt);
    }

    /**
     * Copies the 256 bytes of the value.
     *
     * @param target where to
     * @param offset the first index written
     * @throws IllegalStateException if the key was destroyed
     */
    public void copyTo(byte[] target, int offset) {
        if (destroyed) {
            throw new IllegalStateException("auth key " + id + " was destroyed");
        }
        System.arraycopy(value, 0, target, offset, LENGTH);
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(value, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Returns the id and the kind, never the value. */
    @Override
    public String toString() {
        return "AuthKey[" + id + (expiresAt == 0 ? ", permanent]" : ", temporary, until " + expiresAt + "]");
    }
}
