package dev.mtproto.crypto.spi;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** The loop with two 64-bit halves a block. */
final class ScalarChain implements BlockChain {

    private final boolean updates;
    private final byte[] in = new byte[16];

    ScalarChain(boolean updates) {
        this.updates = updates;
    }

    @Override
    public void decrypt(Cipher ecb, byte[] iv, byte[] data, int offset, int length) throws GeneralSecurityException {
        long cipherLow = Blocks.get(iv, 0);
        long cipherHigh = Blocks.get(iv, 8);
        long plainLow = Blocks.get(iv, 16);
        long plainHigh = Blocks.get(iv, 24);
        for (int at = offset; at < offset + length; at += 16) {
            long nextLow = Blocks.get(data, at);
            long nextHigh = Blocks.get(data, at + 8);
            Blocks.set(in, 0, nextLow ^ plainLow);
            Blocks.set(in, 8, nextHigh ^ plainHigh);
            BlockChain.block(ecb, updates, in, data, at);
            plainLow = Blocks.get(data, at) ^ cipherLow;
            plainHigh = Blocks.get(data, at + 8) ^ cipherHigh;
            Blocks.set(data, at, plainLow);
            Blocks.set(data, at + 8, plainHigh);
            cipherLow = nextLow;
            cipherHigh = nextHigh;
        }
        Arrays.fill(in, (byte) 0);
    }
}
