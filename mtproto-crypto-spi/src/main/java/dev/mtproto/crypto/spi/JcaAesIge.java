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
 * AES-256-IGE built on the CBC and ECB modes of a JCA provider. Encryption is bulk CBC; decryption chains through the inverse
 * cipher, which no bulk mode does: it is one call a block.
 *
 * <p>A {@code Cipher} keeps the key schedule of its last message until the next one; JCA has no way to wipe it.
 *
 * <p>Not safe for use by several threads.
 */
public final class JcaAesIge implements AesIge {

    private static final IvParameterSpec ZERO_IV = new IvParameterSpec(new byte[BLOCK]);

    private final Cipher encryptor;
    private final Cipher decryptor;
    private final boolean decryptorIsCbc;
    private final CbcBulk encryption;
    private final BlockChain decryption;
    private final boolean reusesKey;
    private final IgeKey keyObject = new IgeKey();

    /**
     * Makes a cipher.
     *
     * @param cbc {@code AES/CBC/NoPadding} of the provider; used by this object alone
     * @param ecb {@code AES/ECB/NoPadding} of the provider; used by this object alone
     * @param traits what may be relied on
     */
    public JcaAesIge(Cipher cbc, Cipher ecb, Trait... traits) {
        this(cbc, ecb, setOf(traits));
    }

    private JcaAesIge(Cipher cbc, Cipher ecb, Set<Trait> traits) {
        this(
                cbc,
                decryptsByCbc(traits) ? cbc : ecb,
                decryptsByCbc(traits),
                BlockChain.of(loop(traits), traits.contains(Trait.UPDATES_AT_ONCE)),
                traits);
    }

    private JcaAesIge(
            Cipher encryptor, Cipher decryptor, boolean decryptorIsCbc, BlockChain decryption, Set<Trait> traits) {
        this.encryptor = encryptor;
        this.decryptor = decryptor;
        this.decryptorIsCbc = decryptorIsCbc;
        this.decryption = decryption;
        encryption = new CbcBulk(encryptor, traits.contains(Trait.UPDATES_AT_ONCE));
        reusesKey = traits.contains(Trait.READS_KEY_AT_INIT);
    }

    /** Returns whether a cipher with these traits decrypts by CBC rather than by ECB in this JVM. */
    static boolean decryptsByCbc(Set<Trait> traits) {
        return loop(traits) == DecryptionLoop.PAIRS;
    }

    private static DecryptionLoop loop(Set<Trait> traits) {
        boolean pairs = DecryptionLoop.CHOSEN == DecryptionLoop.PAIRS;
        // a cipher that holds blocks back pays for both blocks of a pair
        return pairs && !traits.contains(Trait.UPDATES_AT_ONCE) ? DecryptionLoop.BLOCKS : DecryptionLoop.CHOSEN;
    }

    /**
     * Makes a cipher for a provider without ECB, whose {@code update} has to give out each block at once.
     *
     * @param encryptor {@code AES/CBC/NoPadding} of the provider; used by this object alone
     * @param decryptor another one
     */
    public static JcaAesIge ofCbc(Cipher encryptor, Cipher decryptor) {
        return new JcaAesIge(encryptor, decryptor, true, new CbcChain(), setOf(Trait.UPDATES_AT_ONCE));
    }

    private static Set<Trait> setOf(Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(Arrays.asList(traits));
        return set;
    }

    @Override
    public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        check(key, iv, data, offset, length);
        if (length == 0) {
            return;
        }
        try {
            init(encryptor, Cipher.ENCRYPT_MODE, true, key);
            encryption.encrypt(iv, data, offset, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES encryption failed", e);
        }
    }

    @Override
    public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        check(key, iv, data, offset, length);
        if (length == 0) {
            return;
        }
        try {
            init(decryptor, Cipher.DECRYPT_MODE, decryptorIsCbc, key);
            decryption.decrypt(decryptor, iv, data, offset, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES decryption failed", e);
        }
    }

    private void init(Cipher cipher, int mode, boolean takesIv, byte[] key) throws GeneralSecurityException {
        SecretKey secret = keyObject;
        if (reusesKey) {
            keyObject.set(key);
        } else {
            secret = new SecretKeySpec(key, "AES");
        }
        try {
            if (takesIv) {
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
