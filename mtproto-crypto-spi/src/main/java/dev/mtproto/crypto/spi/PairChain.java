package dev.mtproto.crypto.spi;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loop over a CBC cipher with the XOR between two blocks left to the cipher. Its input is y<sub>i</sub> = c<sub>i</sub> ⊕
 * p<sub>i-1</sub>, and y<sub>i+1</sub> = K⁻¹(y<sub>i</sub>) ⊕ a<sub>i</sub> with a<sub>i</sub> = c<sub>i+1</sub> ⊕
 * c<sub>i-1</sub>, which is known beforehand. CBC decryption of the pair a<sub>i</sub>, y<sub>i</sub> gives just that as its
 * second block, where it lies as the input of the next call. So a block goes through memory once instead of twice; the
 * first block of each pair is decrypted beside it and thrown away.
 *
 * <p>Loaded only where the module {@code jdk.incubator.vector} is present.
 */
final class PairChain implements BlockChain {

    private static final VectorSpecies<Byte> BLOCK = ByteVector.SPECIES_128;
    private static final int PAIR = 32;

    private final byte[] even = new byte[PAIR];
    private final byte[] odd = new byte[PAIR];

    @Override
    public void decrypt(Cipher cbc, byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException {
        byte[] in = even;
        byte[] out = odd;
        ByteVector previous = ByteVector.fromArray(BLOCK, iv, 0);
        ByteVector current = ByteVector.fromArray(BLOCK, data, offset);
        current.lanewise(VectorOperators.XOR, ByteVector.fromArray(BLOCK, iv, 16))
                .intoArray(in, 16);
        int last = offset + length - 16;
        for (int at = offset; at < last; at += 16) {
            ByteVector next = ByteVector.fromArray(BLOCK, data, at + 16);
            next.lanewise(VectorOperators.XOR, previous).intoArray(in, 0);
            pair(cbc, in, out);
            ByteVector.fromArray(BLOCK, out, 16)
                    .lanewise(VectorOperators.XOR, next)
                    .intoArray(data, at);
            previous = current;
            current = next;
            byte[] free = in;
            in = out;
            out = free;
        }
        // nothing comes after the last block: the text itself
        previous.intoArray(in, 0);
        pair(cbc, in, out);
        ByteVector.fromArray(BLOCK, out, 16).intoArray(data, last);
        Arrays.fill(even, (byte) 0);
        Arrays.fill(odd, (byte) 0);
    }

    private static void pair(Cipher cbc, byte[] in, byte[] out) throws GeneralSecurityException {
        int written = cbc.update(in, 0, PAIR, out, 0);
        if (written != PAIR) {
            throw new IllegalStateException("the cipher gave out " + written + " bytes of two blocks");
        }
    }
}
