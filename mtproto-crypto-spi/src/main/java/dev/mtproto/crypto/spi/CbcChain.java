package dev.mtproto.crypto.spi;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * The loop over a CBC cipher that starts from an IV of zeros. Its input is y<sub>i</sub> = c<sub>i</sub> ⊕ p<sub>i-1</sub>,
 * its output z<sub>i</sub> = K⁻¹(y<sub>i</sub>) ⊕ y<sub>i-1</sub>; so p<sub>i</sub> = z<sub>i</sub> ⊕ p<sub>i-2</sub>, with
 * c<sub>0</sub> in the place of p<sub>-1</sub>.
 */
final class CbcChain implements BlockChain {

    private final byte[] in = new byte[16];

    @Override
    public void decrypt(Cipher cipher, byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException {
        long back2Low = Blocks.get(iv, 0);
        long back2High = Blocks.get(iv, 8);
        long back1Low = Blocks.get(iv, 16);
        long back1High = Blocks.get(iv, 24);
        for (int at = offset; at < offset + length; at += 16) {
            Blocks.set(in, 0, Blocks.get(data, at) ^ back1Low);
            Blocks.set(in, 8, Blocks.get(data, at + 8) ^ back1High);
            BlockChain.block(cipher, true, in, data, at);
            Blocks.xor(data, at, back2Low, back2High);
            back2Low = back1Low;
            back2High = back1High;
            back1Low = Blocks.get(data, at);
            back1High = Blocks.get(data, at + 8);
        }
        Arrays.fill(in, (byte) 0);
    }
}
