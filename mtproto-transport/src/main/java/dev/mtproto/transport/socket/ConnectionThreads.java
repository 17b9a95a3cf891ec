package dev.mtproto.transport.socket;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes the threads that wait on connections: virtual ones where the JDK has them (21 and later), else daemon threads. */
public final class ConnectionThreads {

    private static final @Nullable ThreadFactory VIRTUAL = virtual();
    private static final ThreadFactory FACTORY = VIRTUAL == null ? ConnectionThreads::platform : VIRTUAL;
    private static final AtomicLong COUNT = new AtomicLong();

    private ConnectionThreads() {}

    /**
     * Starts a thread that does not keep the JVM alive.
     *
     * @param name what it does; a number is added
     * @param task what it runs
     * @return the started thread
     */
    public static Thread start(String name, Runnable task) {
        Thread thread = FACTORY.newThread(task);
        thread.setName(name + "-" + COUNT.incrementAndGet());
        thread.start();
        return thread;
    }

    /**
     * Returns what runs tasks that may block, none of which keeps the JVM alive: each in a virtual thread of its own, or where
     * the JDK has none in one of several threads, which end when they have nothing to do.
     *
     * @param name what the threads do; a number is added
     * @param most how many threads there are at most if they are not virtual; more tasks than that wait
     */
    public static Executor executor(String name, int most) {
        if (VIRTUAL != null) {
            return task -> VIRTUAL.newThread(task).start();
        }
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(most, most, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = platform(task);
                    thread.setName(name + "-" + COUNT.incrementAndGet());
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Asks the platform by name, as the class files are for Java 17. */
    private static @Nullable ThreadFactory virtual() {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
            MethodHandle make = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
            MethodHandle toFactory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
            return (ThreadFactory) toFactory.invoke(make.invoke());
        } catch (Throwable e) {
            return null;
        }
    }

    private static Thread platform(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
