package dev.mtproto.crypto.spi;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * IGE encryption as bulk CBC: with x<sub>i</sub> = p<sub>i</sub> ⊕ p<sub>i-2</sub> (p<sub>-1</sub> = 0), the CBC encryption d
 * of x under the IV c<sub>0</sub> gives c<sub>i</sub> = d<sub>i</sub> ⊕ p<sub>i-1</sub>.
 */
final class CbcBulk {

    private static final int BLOCK = 16;
    // fits the first-level cache beside the part of the message that is being worked on
    private static final int CHUNK = 4096;

    private final Cipher cbc;
    private final boolean updates;
    private final byte[] scratch = new byte[CHUNK];

    CbcBulk(Cipher cbc, boolean updates) {
        this.cbc = cbc;
        this.updates = updates;
    }

    /** Encrypts in place with a cipher that is set up with the key and an IV of zeros. */
    void encrypt(byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException {
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
            run(data, at, size);
            Blocks.xor(scratch, 0, chainLow, chainHigh);
            // update carries the chain on by itself, doFinal starts from zero again
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
        Arrays.fill(scratch, 0, Math.min(length, CHUNK), (byte) 0);
    }

    /** Fills the scratch with x. */
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

    /** Encrypts the scratch into the message: input and output apart, as in place costs a quarter more. */
    private void run(byte[] data, int offset, int size) throws GeneralSecurityException {
        int written =
                updates ? cbc.update(scratch, 0, size, data, offset) : cbc.doFinal(scratch, 0, size, data, offset);
        if (written != size) {
            throw new IllegalStateException("the cipher held back " + (size - written) + " bytes");
        }
    }
}
