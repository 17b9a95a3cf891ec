package dev.mtproto.testkit.conformance;

import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** What the contracts share: named tests, and bytes that are the same in every run. */
final class Cases {

    private final Random random = new Random(20_260_101);

    static DynamicTest test(String name, Executable check) {
        return DynamicTest.dynamicTest(name, check);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns a number from 0 to the bound, without it. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
