package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.Crypto;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table sealed by AES-256-GCM under a key that PBKDF2 with HMAC-SHA-256 makes of a passphrase:
 * {@code salt(16) iterations(4) nonce(12) ciphertext tag(16)}. The beginning of the frame, salt and iterations are
 * authenticated with it.
 */
final class PassphraseSeal implements Protection {

    /** For a new file: what OWASP's Password Storage Cheat Sheet asks of this derivation. */
    static final int ITERATIONS = 600_000;

    /** More than this a file may not ask for: some seconds of work. */
    static final int MOST_ITERATIONS = 10_000_000;

    private static final int SALT = 16;
    private static final int PARAMETERS = SALT + Integer.BYTES;

    private final Crypto crypto;
    private final byte[] parameters;
    private final byte[] key;

    private PassphraseSeal(Crypto crypto, byte[] parameters, byte[] key) {
        this.crypto = crypto;
        this.parameters = parameters;
        this.key = key;
    }

    /**
     * Derives the key of a file.
     *
     * @param path the file, for errors
     * @param file what there is; {@code null} if it is new
     * @param iterations how many for a new file
     * @throws AuthKeyStoreException if the backend refuses the passphrase, or the file asks for too much
     */
    static PassphraseSeal of(Crypto crypto, Path path, @Nullable KeyFile file, char[] passphrase, int iterations) {
        byte[] parameters = file == null
                ? ByteBuffer.allocate(PARAMETERS)
                        .put(crypto.random().nextBytes(SALT))
                        .putInt(iterations)
                        .array()
                : parameters(path, file);
        int count = ByteBuffer.wrap(parameters).getInt(SALT);
        if (count < 1 || count > MOST_ITERATIONS) {
            throw KeyFile.fault(path, Reason.DAMAGED, "is damaged: it asks for " + count + " iterations");
        }
        try {
            byte[] key = crypto.pbkdf2(passphrase, Arrays.copyOf(parameters, SALT), count);
            return new PassphraseSeal(crypto, parameters, key);
        } catch (IllegalArgumentException e) {
            throw new AuthKeyStoreException(
                    Reason.PASSPHRASE,
                    path + ": " + crypto.info().name() + " refuses the passphrase: " + e.getMessage(),
                    e);
        }
    }

    private static byte[] parameters(Path path, KeyFile file) {
        if (file.content().length < PARAMETERS) {
            throw KeyFile.fault(path, Reason.DAMAGED, "is damaged: it has no salt");
        }
        return Arrays.copyOf(file.content(), PARAMETERS);
    }

    @Override
    public int kind() {
        return KeyFile.SEALED;
    }

    @Override
    public KeyFile protect(byte[] table) {
        byte[] sealed = crypto.newAesGcm().seal(key, associated(), table);
        byte[] content = Arrays.copyOf(parameters, PARAMETERS + sealed.length);
        System.arraycopy(sealed, 0, content, PARAMETERS, sealed.length);
        return new KeyFile(KeyFile.SEALED, content);
    }

    @Override
    public byte[] reveal(Path path, KeyFile file) {
        byte[] content = file.content();
        byte[] table = null;
        // a file of another salt, put in this one's place while it was open, is not of this key either
        if (Arrays.equals(parameters, parameters(path, file))) {
            byte[] sealed = Arrays.copyOfRange(content, PARAMETERS, content.length);
            table = crypto.newAesGcm().open(key, associated(), sealed);
        }
        if (table == null) {
            throw KeyFile.fault(path, Reason.PASSPHRASE, "is not under this passphrase");
        }
        return table;
    }

    private byte[] associated() {
        byte[] prefix = KeyFile.prefix(KeyFile.SEALED);
        return ByteBuffer.allocate(prefix.length + PARAMETERS)
                .put(prefix)
                .put(parameters)
                .array();
    }

    @Override
    public void destroy() {
        Arrays.fill(key, (byte) 0);
    }

    /** Returns what it is, nothing of the key. */
    @Override
    public String toString() {
        return "PassphraseSeal[" + AesGcm.KEY + " bytes]";
    }
}
