package dev.mtproto.session.message;

/** The arithmetic of padding. */
final class PaddingSizes {

    private static final int BLOCK = 16;
    private static final int[] BUCKETS = {64, 128, 192, 256, 384, 512, 768, 1024, 1280};
    private static final int STEP = 448;

    private PaddingSizes() {}

    /** Returns the least padding, 12 to 27 bytes. */
    static int least(int unpadded) {
        int padding = -unpadded & (BLOCK - 1);
        return padding < PaddingPolicy.LEAST ? padding + BLOCK : padding;
    }

    /** Returns the least size of the row that has room for the given number of bytes. */
    static int bucket(int wanted) {
        for (int size : BUCKETS) {
            if (size >= wanted) {
                return size;
            }
        }
        int last = BUCKETS[BUCKETS.length - 1];
        return last + (wanted - last + STEP - 1) / STEP * STEP;
    }

    static boolean isAllowed(int unpadded, int padding) {
        return padding >= PaddingPolicy.LEAST && padding <= PaddingPolicy.MOST && (unpadded + padding) % BLOCK == 0;
    }
}
