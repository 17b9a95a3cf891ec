package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The frame of a file of keys, all numbers big-endian: {@code magic(8) version(2) protection(2) length(4) content(length)
 * sha256(32)}. The hash covers everything before it. Magic and hash stay where they are in every version, so that damage and
 * a newer version are told apart.
 */
final class KeyFile {

    /** The protection of a content that is a {@link KeyTable}. */
    static final int PLAIN = 0;

    /** The protection of a content that is sealed under a passphrase. */
    static final int SEALED = 1;

    /** The largest file, in bytes: more than {@link KeyTable#MOST} keys take. */
    static final int LARGEST = 1 << 20;

    /** Length of what stands in front of the content, in bytes. */
    static final int HEADER = 16;

    private static final byte[] MAGIC = "MTPKEYS\n".getBytes(StandardCharsets.US_ASCII);
    private static final short VERSION = 1;
    private static final int HASH = 32;

    private final int protection;
    private final byte[] content;

    /**
     * Makes a frame.
     *
     * @param protection {@link #PLAIN} or {@link #SEALED}
     * @param content the content; not copied
     */
    KeyFile(int protection, byte[] content) {
        this.protection = protection;
        this.content = content;
    }

    int protection() {
        return protection;
    }

    /** Returns the content itself. */
    byte[] content() {
        return content;
    }

    /**
     * Takes a file apart.
     *
     * @param path its path, for errors
     * @param file its bytes
     * @throws AuthKeyStoreException if it is damaged, of a newer version or no file of keys
     */
    static KeyFile read(Path path, byte[] file, Crypto crypto) {
        int known = Math.min(MAGIC.length, file.length);
        if (!Arrays.equals(MAGIC, 0, known, file, 0, known)) {
            throw fault(path, Reason.FOREIGN, "is not a file of auth keys");
        }
        int end = file.length - HASH;
        if (end < HEADER || !Arrays.equals(hash(crypto, file, end), 0, HASH, file, end, file.length)) {
            throw fault(path, Reason.DAMAGED, "is damaged: it is cut short or altered, its checksum does not fit");
        }
        ByteBuffer header = ByteBuffer.wrap(file, MAGIC.length, HEADER - MAGIC.length);
        int version = header.getShort() & 0xffff;
        int protection = header.getShort() & 0xffff;
        if (version != VERSION || protection > SEALED) {
            throw fault(
                    path,
                    Reason.NEWER,
                    "was written by a newer version of this library: format " + version + ", protection " + protection
                            + "; this one knows format " + VERSION + ", protections 0 and " + SEALED);
        }
        if (header.getInt() != end - HEADER) {
            throw fault(path, Reason.DAMAGED, "is damaged: the length that it names is not its own");
        }
        return new KeyFile(protection, Arrays.copyOfRange(file, HEADER, end));
    }

    /** Returns the whole file. */
    byte[] write(Crypto crypto) {
        byte[] file = new byte[HEADER + content.length + HASH];
        ByteBuffer.wrap(file).put(prefix(protection)).putInt(content.length).put(content);
        int end = file.length - HASH;
        System.arraycopy(hash(crypto, file, end), 0, file, end, HASH);
        return file;
    }

    /** Returns how a file begins, up to its length. */
    static byte[] prefix(int protection) {
        return ByteBuffer.allocate(HEADER - Integer.BYTES)
                .put(MAGIC)
                .putShort(VERSION)
                .putShort((short) protection)
                .array();
    }

    static AuthKeyStoreException fault(Path path, Reason reason, String what) {
        return new AuthKeyStoreException(reason, path + " " + what, null);
    }

    private static byte[] hash(Crypto crypto, byte[] file, int length) {
        Digest sha256 = crypto.newSha256();
        sha256.update(file, 0, length);
        return sha256.digest();
    }

    /** Returns the sizes: a content may be keys in the open. */
    @Override
    public String toString() {
        return "KeyFile[protection " + protection + ", " + content.length + " bytes]";
    }
}
