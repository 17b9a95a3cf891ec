package dev.mtproto.session.engine;

import dev.mtproto.session.message.Gzip;

/** Packs what gets shorter by it. A sample decides first for long objects, so that parts of media cost next to nothing. */
final class Packing {

    private static final int WORTH_PACKING = 1024;
    private static final int LONG = 16_384;
    private static final int SAMPLE = 4096;

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
        return Gzip.pack(object, middle, SAMPLE).length < SAMPLE / 4 * 3;
    }
}
