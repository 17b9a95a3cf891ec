package dev.mtproto.crypto.spi;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** The loop of IGE decryption over a block cipher: p<sub>i</sub> = K⁻¹(c<sub>i</sub> ⊕ p<sub>i-1</sub>) ⊕ c<sub>i-1</sub>. */
interface BlockChain {

    /**
     * Decrypts in place.
     *
     * @param cipher the block cipher, set up for decryption
     * @param iv 32 bytes
     * @param data the array
     * @param offset the index of the first byte
     * @param length a positive multiple of 16
     */
    void decrypt(Cipher cipher, byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException;

    /**
     * Makes a loop.
     *
     * @param loop which one; {@link DecryptionLoop#PAIRS} is over a CBC cipher that updates, the others are over ECB
     * @param updates whether {@code update} gives out each block at once
     */
    static BlockChain of(DecryptionLoop loop, boolean updates) {
        return switch (loop) {
            case SCALAR -> new ScalarChain(updates);
            case BLOCKS -> new VectorChain(updates);
            case PAIRS -> new PairChain();
        };
    }

    /** Runs the block cipher over one block, from one array into another: in place it costs a third more. */
    static void block(Cipher cipher, boolean update, byte[] in, byte[] out, int offset)
            throws GeneralSecurityException {
        int written = update ? cipher.update(in, 0, 16, out, offset) : cipher.doFinal(in, 0, 16, out, offset);
        if (written != 16) {
            throw new IllegalStateException("the cipher gave out " + written + " bytes of a block");
        }
    }
}
