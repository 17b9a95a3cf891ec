package dev.mtproto.crypto.spi;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loop with one 128-bit vector a block. Two 64-bit stores followed by the cipher's 128-bit load of the same bytes stall
 * the processor; one 128-bit store does not. Loaded only where the module {@code jdk.incubator.vector} is present.
 */
final class VectorChain implements BlockChain {

    private static final VectorSpecies<Byte> BLOCK = ByteVector.SPECIES_128;

    private final boolean updates;
    private final byte[] in = new byte[16];

    VectorChain(boolean updates) {
        this.updates = updates;
    }

    @Override
    public void decrypt(Cipher cipher, byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException {
        ByteVector previous = ByteVector.fromArray(BLOCK, iv, 0);
        ByteVector plain = ByteVector.fromArray(BLOCK, iv, 16);
        for (int at = offset; at < offset + length; at += 16) {
            ByteVector next = ByteVector.fromArray(BLOCK, data, at);
            next.lanewise(VectorOperators.XOR, plain).intoArray(in, 0);
            BlockChain.block(cipher, updates, in, data, at);
            plain = ByteVector.fromArray(BLOCK, data, at).lanewise(VectorOperators.XOR, previous);
            plain.intoArray(data, at);
            previous = next;
        }
        Arrays.fill(in, (byte) 0);
    }
}
