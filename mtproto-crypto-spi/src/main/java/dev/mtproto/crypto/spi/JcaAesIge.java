package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.AesIge;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-IGE built on the CBC and ECB modes of a JCA provider.
 *
 * <p>Encryption is bulk CBC: with x<sub>i</sub> = p<sub>i</sub> ⊕ p<sub>i-2</sub>, the CBC encryption d of x gives
 * c<sub>i</sub> = d<sub>i</sub> ⊕ p<sub>i-1</sub>. Decryption chains through the inverse cipher, which no bulk mode does: it
 * is one call per block.
 *
 * <p>A {@code Cipher} keeps the key schedule of its last message until the next one; JCA has no way to wipe it.
 *
 * <p>Not safe for use by several threads.
 */
public final class JcaAesIge implements AesIge {

    // fits the first-level cache beside the part of the message that is being worked on
    private static final int CHUNK = 4096;
    private static final IvParameterSpec ZERO_IV = new IvParameterSpec(new byte[BLOCK]);

    private final Cipher cbc;
    private final Cipher ecb;
    private final BlockChain decryption;
    private final boolean updates;
    private final boolean reusesKey;
    private final IgeKey keyObject = new IgeKey();
    private final byte[] scratch = new byte[CHUNK];

    /**
     * Makes a cipher.
     *
     * @param cbc {@code AES/CBC/NoPadding} of the provider; used by this object alone
     * @param ecb {@code AES/ECB/NoPadding} of the provider; used by this object alone
     * @param traits what may be relied on
     */
    public JcaAesIge(Cipher cbc, Cipher ecb, Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(Arrays.asList(traits));
        this.cbc = cbc;
        updates = set.contains(Trait.UPDATES_AT_ONCE);
        reusesKey = set.contains(Trait.READS_KEY_AT_INIT);
        this.ecb = ecb;
        decryption = BlockChain.of(updates);
    }

    @Override
    public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        check(key, iv, data, offset, length);
        if (length == 0) {
            return;
        }
        try {
            init(cbc, Cipher.ENCRYPT_MODE, key);
            encrypt(iv, data, offset, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES encryption failed", e);
        } finally {
            Arrays.fill(scratch, 0, Math.min(length, CHUNK), (byte) 0);
        }
    }

    @Override
    public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        check(key, iv, data, offset, length);
        if (length == 0) {
            return;
        }
        try {
            init(ecb, Cipher.DECRYPT_MODE, key);
            decryption.decrypt(ecb, iv, data, offset, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES decryption failed", e);
        }
    }

    private void encrypt(byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException {
        // each block as two halves; "back2" is p two blocks back, "back1" one block back
        long back2Low = 0;
        long back2High = 0;
        long back1Low = Blocks.get(iv, 16);
        long back1High = Blocks.get(iv, 24);
        // the chaining value of CBC goes into a chunk's first block by hand, so that the cipher can always start from
        // zero
        long chainLow = Blocks.get(iv, 0);
        long chainHigh = Blocks.get(iv, 8);
        int end = offset + length;
        for (int at = offset; at < end; at += CHUNK) {
            int size = Math.min(CHUNK, end - at);
            mix(back2Low, back2High, back1Low, back1High, data, at, size);
            Blocks.xor(scratch, 0, chainLow, chainHigh);
            // input and output apart: in place costs a quarter more
            int written = updates ? cbc.update(scratch, 0, size, data, at) : cbc.doFinal(scratch, 0, size, data, at);
            if (written != size) {
                throw new IllegalStateException("the cipher held back " + (size - written) + " bytes");
            }
            Blocks.xor(scratch, 0, chainLow, chainHigh);
            chainLow = updates ? 0 : Blocks.get(data, at + size - 16);
            chainHigh = updates ? 0 : Blocks.get(data, at + size - 8);
            for (int i = 0; i < size; i += BLOCK) {
                Blocks.xor(data, at + i, back1Low, back1High);
                long low = Blocks.get(scratch, i) ^ back2Low;
                long high = Blocks.get(scratch, i + 8) ^ back2High;
                back2Low = back1Low;
                back2High = back1High;
                back1Low = low;
                back1High = high;
            }
        }
    }

    /** Fills the scratch with x, the input of the CBC call. */
    private void mix(long back2Low, long back2High, long back1Low, long back1High, byte[] data, int offset, int size) {
        Blocks.set(scratch, 0, Blocks.get(data, offset) ^ back2Low);
        Blocks.set(scratch, 8, Blocks.get(data, offset + 8) ^ back2High);
        if (size > BLOCK) {
            Blocks.set(scratch, 16, Blocks.get(data, offset + 16) ^ back1Low);
            Blocks.set(scratch, 24, Blocks.get(data, offset + 24) ^ back1High);
        }
        for (int i = 2 * BLOCK; i < size; i += 8) {
            Blocks.set(scratch, i, Blocks.get(data, offset + i) ^ Blocks.get(data, offset + i - 2 * BLOCK));
        }
    }

    private void init(Cipher cipher, int mode, byte[] key) throws GeneralSecurityException {
        SecretKey secret = keyObject;
        if (reusesKey) {
            keyObject.set(key);
        } else {
            secret = new SecretKeySpec(key, "AES");
        }
        try {
            if (cipher == cbc) {
                cipher.init(mode, secret, ZERO_IV);
            } else {
                cipher.init(mode, secret);
            }
        } finally {
            keyObject.destroy();
        }
    }

    private static void check(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        if (key.length != 32 || iv.length != 32) {
            throw new IllegalArgumentException("AES-256-IGE takes a key and an IV of 32 bytes each");
        }
        if (length % BLOCK != 0) {
            throw new IllegalArgumentException("AES-256-IGE takes a multiple of 16 bytes, not " + length);
        }
    }
}
