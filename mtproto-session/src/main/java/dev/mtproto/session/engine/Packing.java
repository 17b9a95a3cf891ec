package dev.mtproto.session.engine;

import dev.mtproto.session.message.Gzip;

/** Packs what gets shorter by it. A sample decides first for long objects, so that parts of media cost next to nothing. */
final class Packing {

    private static final int WORTH_PACKING = 1024;
    private static final int LONG = 16_384;
    private static final int SAMPLE = 4096;
    /** The sum of the squared counts of a sample's values: 69,600 plus or minus 400 for noise, from 100,000 on for all else. */
    private static final int NOISE = 75_000;

    private Packing() {}

    /** Returns an object inside {@code gzip_packed} if that is shorter, and the same array if not. */
    static byte[] shorter(byte[] object) {
        if (object.length < WORTH_PACKING || (object.length > LONG && !promises(object))) {
            return object;
        }
        byte[] packed = Gzip.pack(object, 0, object.length);
        return packed.length < object.length ? packed : object;
    }

    private static boolean promises(byte[] object) {
        int middle = object.length / 2;
        return !isNoise(object, middle) && Gzip.pack(object, middle, SAMPLE).length < SAMPLE / 4 * 3;
    }

    /** Tells whether all values come about equally often, as in what is compressed or encrypted already. */
    private static boolean isNoise(byte[] object, int from) {
        int[] counts = new int[256];
        for (int i = from; i < from + SAMPLE; i++) {
            counts[object[i] & 0xff]++;
        }
        int squares = 0;
        for (int count : counts) {
            squares += count * count;
        }
        return squares < NOISE;
    }
}
