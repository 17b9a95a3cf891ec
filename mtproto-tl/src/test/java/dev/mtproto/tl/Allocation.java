package dev.mtproto.tl;

import java.lang.reflect.Method;

/** How much memory this thread has taken so far; by reflection, since this module does not read the one that knows. */
final class Allocation {

    private static final Object THREADS;
    private static final Method CURRENT;

    static {
        try {
            THREADS = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            CURRENT = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Allocation() {}

    static long bytesSoFar() {
        try {
            return (long) CURRENT.invoke(THREADS);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
