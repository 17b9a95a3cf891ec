package dev.mtproto.crypto;

/**
 * Derives the AES key and IV of a message from the auth key and the msg_key. The number x is 0 for messages of a client and
 * 8 for those of a server.
 *
 * @see <a href="https://core.telegram.org/mtproto/description">Detailed description</a> for 2.0, and its page on version 1.0
 */
public final class MessageKdf {

    /** How many bytes {@link #v2} works with: two hashes, and what is hashed. */
    public static final int SCRATCH = 32 + 32 + 52;

    private MessageKdf() {}

    /**
     * The derivation of MTProto 2.0.
     *
     * @param sha256 a digest to work with
     * @param authKey 256 bytes
     * @param msgKey the array that holds the 16 bytes of the msg_key
     * @param msgKeyOffset the index of the first one
     * @param x 0 or 8
     * @param key receives the 32 bytes of the AES key
     * @param iv receives the 32 bytes of the IGE IV
     * @param scratch {@value #SCRATCH} bytes that the derivation may use; the caller wipes them
     */
    public static void v2(
            Digest sha256,
            byte[] authKey,
            byte[] msgKey,
            int msgKeyOffset,
            int x,
            byte[] key,
            byte[] iv,
            byte[] scratch) {
        // put together first, as a second update of a digest costs more than a copy
        System.arraycopy(msgKey, msgKeyOffset, scratch, 64, 16);
        System.arraycopy(authKey, x, scratch, 80, 36);
        sha256.update(scratch, 64, 52);
        sha256.digest(scratch, 0);
        System.arraycopy(authKey, 40 + x, scratch, 64, 36);
        System.arraycopy(msgKey, msgKeyOffset, scratch, 100, 16);
        sha256.update(scratch, 64, 52);
        sha256.digest(scratch, 32);
        System.arraycopy(scratch, 0, key, 0, 8);
        System.arraycopy(scratch, 40, key, 8, 16);
        System.arraycopy(scratch, 24, key, 24, 8);
        System.arraycopy(scratch, 32, iv, 0, 8);
        System.arraycopy(scratch, 8, iv, 8, 16);
        System.arraycopy(scratch, 56, iv, 24, 8);
    }

    /**
     * The derivation of MTProto 1.0, which only the binding of temporary keys uses.
     *
     * @param sha1 a digest to work with
     * @param authKey 256 bytes
     * @param msgKey the array that holds the 16 bytes of the msg_key
     * @param msgKeyOffset the index of the first one
     * @param x 0 or 8
     * @param key receives the 32 bytes of the AES key
     * @param iv receives the 32 bytes of the IGE IV
     */
    public static void v1(Digest sha1, byte[] authKey, byte[] msgKey, int msgKeyOffset, int x, byte[] key, byte[] iv) {
        byte[] hash = new byte[20];
        sha1.update(msgKey, msgKeyOffset, 16);
        sha1.update(authKey, x, 32);
        sha1.digest(hash, 0);
        System.arraycopy(hash, 0, key, 0, 8);
        System.arraycopy(hash, 8, iv, 0, 12);
        sha1.update(authKey, 32 + x, 16);
        sha1.update(msgKey, msgKeyOffset, 16);
        sha1.update(authKey, 48 + x, 16);
        sha1.digest(hash, 0);
        System.arraycopy(hash, 8, key, 8, 12);
        System.arraycopy(hash, 0, iv, 12, 8);
        sha1.update(authKey, 64 + x, 32);
        sha1.update(msgKey, msgKeyOffset, 16);
        sha1.digest(hash, 0);
        System.arraycopy(hash, 4, key, 20, 12);
        System.arraycopy(hash, 16, iv, 20, 4);
        sha1.update(msgKey, msgKeyOffset, 16);
        sha1.update(authKey, 96 + x, 32);
        sha1.digest(hash, 0);
        System.arraycopy(hash, 0, iv, 24, 8);
        java.util.Arrays.fill(hash, (byte) 0);
    }
}
