package dev.mtproto.test;

import dev.mtproto.crypto.RandomSource;

/** Hands out given bytes in order, whatever the sizes in which they are asked for. Fails when they do not suffice. */
public final class ScriptedRandom implements RandomSource {

    private final byte[] script;
    private int position;

    /** Makes a source of the given bytes, one piece after the other. */
    public ScriptedRandom(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        script = new byte[length];
        int end = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, script, end, piece.length);
            end += piece.length;
        }
    }

    @Override
    public void nextBytes(byte[] target, int offset, int length) {
        if (length > remaining()) {
            throw new AssertionError("the script has " + remaining() + " random bytes left, " + length
                    + " were asked for, at byte " + position);
        }
        System.arraycopy(script, position, target, offset, length);
        position += length;
    }

    /** Returns how many bytes are left. */
    public int remaining() {
        return script.length - position;
    }

    /** Fails unless all bytes were handed out. */
    public void assertUsedUp() {
        if (remaining() != 0) {
            throw new AssertionError(
                    remaining() + " of " + script.length + " scripted random bytes were not asked for");
        }
    }
}
