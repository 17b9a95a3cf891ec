package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TlException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes: an object or a TlException, and no more memory than a small multiple of the input. */
class HostileInputTests {

    /** Counts, lengths and ids that a careless reader would follow. */
    private static final int[] NASTY = {
        -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x00fffffe, 0xfffffffe, 0x000000ff, 0x7f, 0x10000, 1, 0, TlVector.ID
    };

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(tries = 150)
    void truncatedObjects(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        forEveryType(random, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    @Property(tries = 250)
    void changedBytes(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        forEveryType(random, bytes -> {
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            return bytes;
        });
    }

    @Property(tries = 250)
    void numbersThatLie(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        forEveryType(random, bytes -> {
            int number = random.nextInt(5) == 0 ? anyId(random) : NASTY[random.nextInt(NASTY.length)];
            LittleEndian.INT.set(bytes, 4 * random.nextInt(bytes.length / 4), number);
            return bytes;
        });
    }

    @Property(tries = 200)
    void randomBytesBehindAnyId(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        for (Class<?> type : GeneratedTypes.all()) {
            byte[] bytes = new byte[4 + random.nextInt(300)];
            random.nextBytes(bytes);
            LittleEndian.INT.set(bytes, 0, GeneratedTypes.id(type));
            attempt(bytes);
        }
    }

    @Property(tries = 500)
    void idsBehindEachOther(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[4 * (1 + random.nextInt(400))];
        for (int i = 0; i < bytes.length; i += 4) {
            int number = random.nextInt(3) == 0 ? random.nextInt(4) : anyId(random);
            LittleEndian.INT.set(bytes, i, number);
        }
        attempt(bytes);
    }

    @Property(tries = 1000)
    void anyBytes(@ForAll byte[] bytes) {
        attempt(bytes);
    }

    private interface Change {
        byte[] apply(byte[] bytes);
    }

    private static void forEveryType(Random random, Change change) {
        RandomObjects objects = new RandomObjects(random);
        for (Class<?> type : GeneratedTypes.all()) {
            attempt(change.apply(Encoding.encode(objects.of(type))));
        }
    }

    private static int anyId(Random random) {
        List<Class<?>> types = GeneratedTypes.all();
        int pick = random.nextInt(types.size() + 1);
        return pick == types.size() ? TlVector.ID : GeneratedTypes.id(types.get(pick));
    }

    private static void attempt(byte[] bytes) {
        long before = Allocation.bytesSoFar();
        try {
            Encoding.reader(bytes).readObject();
        } catch (TlException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e::getMessage);
        }
        long taken = Allocation.bytesSoFar() - before;
        assertTrue(taken < 64L * bytes.length + 100_000, () -> taken + " bytes taken for " + bytes.length);
    }
}
