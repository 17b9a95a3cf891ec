package dev.mtproto.transport.mtproxy;

import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.transport.Framing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret of an MTProxy server: a key of 16 bytes, and by its form what a client has to speak. Immutable. Its text form
 * hides the key.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation">transport obfuscation</a>
 */
public final class ProxySecret {

    /** What a client of the proxy has to speak. */
    public enum Kind {
        /** Any framing under obfuscation. 16 bytes. */
        PLAIN,
        /** Padded intermediate under obfuscation. {@code dd} and 16 bytes. */
        PADDED,
        /** The same inside of what looks like TLS. {@code ee}, 16 bytes and a domain. */
        FAKE_TLS
    }

    /** The length of the key, in bytes. */
    public static final int KEY_LENGTH = 16;

    private static final int PADDED_MARK = 0xdd;
    private static final int FAKE_TLS_MARK = 0xee;
    private static final int LONGEST_DOMAIN = 182;

    private final Kind kind;
    private final byte[] key;
    private final String domain;

    private ProxySecret(Kind kind, byte[] key, String domain) {
        this.kind = kind;
        this.key = key;
        this.domain = domain;
    }

    /**
     * Reads a secret as links and users write it: hexadecimal digits, or else base64 in its alphabet for links, or else in its
     * common one.
     *
     * @param text the text
     * @throws IllegalArgumentException if it is none; the message does not repeat the text
     */
    public static ProxySecret parse(String text) {
        return of(SecretText.decode(text));
    }

    /**
     * Reads the bytes of a secret.
     *
     * @param bytes the bytes; copied
     * @throws IllegalArgumentException if they are of no known form
     */
    public static ProxySecret of(byte[] bytes) {
        if (bytes.length < KEY_LENGTH) {
            throw new IllegalArgumentException("a proxy secret has at least 16 bytes, not " + bytes.length);
        }
        if (bytes.length == KEY_LENGTH) {
            return plain(bytes);
        }
        byte[] key = Arrays.copyOfRange(bytes, 1, 1 + KEY_LENGTH);
        int mark = bytes[0] & 0xff;
        if (bytes.length == 1 + KEY_LENGTH && mark == PADDED_MARK) {
            return new ProxySecret(Kind.PADDED, key, "");
        }
        if (bytes.length > 1 + KEY_LENGTH && mark == FAKE_TLS_MARK) {
            return new ProxySecret(Kind.FAKE_TLS, key, domain(bytes));
        }
        throw new IllegalArgumentException(
                "a proxy secret is 16 bytes, dd and 16 bytes, or ee, 16 bytes and a domain; not " + bytes.length
                        + " bytes that begin with " + HexFormat.of().toHexDigits((byte) mark));
    }

    /**
     * Makes a secret of the plain form.
     *
     * @param key 16 bytes; copied
     */
    public static ProxySecret plain(byte[] key) {
        return new ProxySecret(Kind.PLAIN, checkedKey(key), "");
    }

    /** Returns the secret with the same key that asks for padded intermediate. */
    public ProxySecret padded() {
        return new ProxySecret(Kind.PADDED, key, "");
    }

    /**
     * Returns the secret with the same key that asks for fake TLS.
     *
     * @param newDomain the domain that clients name: 1 to 182 visible ASCII characters
     */
    public ProxySecret fakeTls(String newDomain) {
        return new ProxySecret(Kind.FAKE_TLS, key, checkedDomain(newDomain));
    }

    /** Returns what a client has to speak. */
    public Kind kind() {
        return kind;
    }

    /** Returns a copy of the key, 16 bytes. */
    public byte[] key() {
        return key.clone();
    }

    /** Returns the domain that clients name, in the form of fake TLS. */
    public Optional<String> domain() {
        return kind == Kind.FAKE_TLS ? Optional.of(domain) : Optional.empty();
    }

    /**
     * Tells whether a client that holds this secret may speak a framing.
     *
     * @param framing the framing, under obfuscation
     */
    public boolean allows(Framing framing) {
        return kind == Kind.PLAIN ? framing != Framing.FULL : framing == Framing.PADDED_INTERMEDIATE;
    }

    /** Returns the secret as hexadecimal digits, as links carry it. Not for logs. */
    public String toHex() {
        HexFormat hex = HexFormat.of();
        return switch (kind) {
            case PLAIN -> hex.formatHex(key);
            case PADDED -> "dd" + hex.formatHex(key);
            case FAKE_TLS -> "ee" + hex.formatHex(key) + hex.formatHex(domain.getBytes(StandardCharsets.US_ASCII));
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProxySecret that
                && kind == that.kind
                && domain.equals(that.domain)
                && ConstantTime.equal(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key) * 31 + domain.hashCode();
    }

    /** Returns the kind and the domain, without the key. */
    @Override
    public String toString() {
        return "ProxySecret[" + kind + (domain.isEmpty() ? "]" : " " + domain + "]");
    }

    private static byte[] checkedKey(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("the key of a proxy secret has 16 bytes, not " + key.length);
        }
        return key.clone();
    }

    private static String domain(byte[] bytes) {
        int start = 1 + KEY_LENGTH;
        return checkedDomain(new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1));
    }

    private static String checkedDomain(String domain) {
        if (domain.isEmpty() || domain.length() > LONGEST_DOMAIN) {
            throw new IllegalArgumentException(
                    "the domain of a proxy secret has 1 to " + LONGEST_DOMAIN + " bytes, not " + domain.length());
        }
        if (domain.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException("the domain of a proxy secret has visible ASCII characters only");
        }
        return domain;
    }
}
