package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each try takes every generated type once. */
class RoundTripTests {

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(tries = 150)
    void decodingGivesBackWhatWasEncoded(@ForAll("seeds") long seed) {
        RandomObjects objects = new RandomObjects(new Random(seed));
        for (Class<?> type : GeneratedTypes.all()) {
            TlObject object = objects.of(type);
            TlReader reader = Encoding.reader(Encoding.encode(object));
            assertEquals(object, reader.readObject());
            reader.expectEnd();
        }
    }

    @Property(tries = 120)
    void encodingGivesBackCanonicalBytes(@ForAll("seeds") long seed) {
        RandomObjects objects = new RandomObjects(new Random(seed));
        for (Class<?> type : GeneratedTypes.all()) {
            byte[] bytes = Encoding.encode(objects.of(type));
            assertArrayEquals(bytes, Encoding.encode(Encoding.reader(bytes).readObject()));
        }
    }

    @Property(tries = 120)
    void everyTypeReadsItself(@ForAll("seeds") long seed) throws Throwable {
        RandomObjects objects = new RandomObjects(new Random(seed));
        for (Class<?> type : GeneratedTypes.all()) {
            TlObject object = objects.of(type);
            byte[] bytes = Encoding.encode(object);
            assertEquals(object, GeneratedTypes.read(type, "read", Encoding.reader(bytes)));
            TlReader bare = Encoding.reader(bytes);
            assertEquals(GeneratedTypes.id(type), bare.readConstructorId());
            assertEquals(object, GeneratedTypes.read(type, "readBare", bare));
            assertEquals(
                    object.hashCode(),
                    GeneratedTypes.read(type, "read", Encoding.reader(bytes)).hashCode());
        }
    }

    @Property(tries = 120)
    void slicesAreReadWhereverTheyStand(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        RandomObjects objects = new RandomObjects(random);
        for (Class<?> type : GeneratedTypes.all()) {
            TlObject object = objects.of(type);
            byte[] bytes = Encoding.encode(object);
            int before = random.nextInt(8);
            byte[] larger = new byte[before + bytes.length + random.nextInt(8)];
            System.arraycopy(bytes, 0, larger, before, bytes.length);
            TlReader reader = new TlReader(larger, before, bytes.length, dev.mtproto.tl.schema.MtprotoSchema.INSTANCE);
            assertEquals(object, reader.readObject());
            assertEquals(bytes.length, reader.position());
        }
    }
}
