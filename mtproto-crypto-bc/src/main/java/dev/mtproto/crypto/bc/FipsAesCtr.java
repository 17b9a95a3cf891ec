package dev.mtproto.crypto.bc;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.spi.JcaAesCtr;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;

/**
 * The module's CTR mode with a counter of 128 bits. The module's native code (bc-fips 2.1.3) counts in the last 64 bits of
 * the block only and drops the carry; so at the point where these run over the mode is set up again, with the carry in it.
 */
final class FipsAesCtr implements AesCtr {

    private static final long NEVER = Long.MAX_VALUE;

    private final Cipher cipher;
    private final byte[] key = new byte[32];
    private final long high;
    private AesCtr stream;
    // bytes up to the point where the last 64 bits run over; more than can ever be asked for counts as never
    private long untilCarry;

    FipsAesCtr(Cipher cipher, byte[] key, byte[] iv) {
        this.cipher = cipher;
        stream = new JcaAesCtr(cipher, key, iv);
        high = ByteBuffer.wrap(iv).getLong(0);
        long blocks = -ByteBuffer.wrap(iv).getLong(8);
        untilCarry = blocks <= 0 || blocks > NEVER / 16 ? NEVER : 16 * blocks;
        if (untilCarry != NEVER) {
            System.arraycopy(key, 0, this.key, 0, this.key.length);
        }
    }

    @Override
    public void apply(byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        int first = (int) Math.min(length, untilCarry);
        stream.apply(data, offset, first);
        if (untilCarry == NEVER) {
            return;
        }
        untilCarry -= first;
        if (untilCarry == 0) {
            byte[] carried = ByteBuffer.allocate(16).putLong(high + 1).array();
            stream = new JcaAesCtr(cipher, key, carried);
            Arrays.fill(key, (byte) 0);
            untilCarry = NEVER;
        }
        stream.apply(data, offset + first, length - first);
    }
}
