package dev.mtproto.transport.socket;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the threads that wait on connections: virtual ones where the JDK has them (21 and later), else daemon threads. */
public final class ConnectionThreads {

    private static final ThreadFactory FACTORY = factory();
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

    /** Asks the platform by name, as the class files are for Java 17. */
    private static ThreadFactory factory() {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
            MethodHandle make = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
            MethodHandle toFactory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
            return (ThreadFactory) toFactory.invoke(make.invoke());
        } catch (Throwable e) {
            return ConnectionThreads::platform;
        }
    }

    private static Thread platform(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
