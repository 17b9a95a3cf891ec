package dev.mtproto.rules;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands in the place of a provider of the JVM, gives out what that one has, and notes each time: what, in which phase, and
 * on whose behalf. Of a generator it notes each use.
 */
final class WatchedProvider extends Provider {

    /** What was noted. */
    static final Queue<String> NOTES = new ConcurrentLinkedQueue<>();

    static volatile String phase = "start";

    private static final long serialVersionUID = 1;

    private final transient Provider real;

    private WatchedProvider(Provider real) {
        super(real.getName(), real.getVersionStr(), real.getInfo());
        this.real = real;
    }

    /** Puts a watch in the place of every provider of this JVM. */
    static void install() {
        List<Provider> all = List.of(Security.getProviders());
        all.forEach(provider -> Security.removeProvider(provider.getName()));
        all.forEach(provider -> Security.addProvider(new WatchedProvider(provider)));
    }

    @Override
    public Service getService(String type, String algorithm) {
        Service service = real.getService(type, algorithm);
        if (service == null) {
            return null;
        }
        note(type + " " + algorithm);
        return type.equals("SecureRandom") ? new WatchedGenerator(service) : service;
    }

    private void note(String what) {
        NOTES.add(phase + " | " + getName() + " " + what + " | " + caller());
    }

    /** Names who asks: the loading of a jar, the JCA itself for its default generator, or the first class that is not Java's. */
    private static String caller() {
        List<String> frames = StackWalker.getInstance().walk(stack -> stack.map(StackWalker.StackFrame::getClassName)
                .filter(name -> !name.startsWith(WatchedProvider.class.getName()))
                .toList());
        if (frames.stream().anyMatch(name -> name.startsWith("java.util.jar."))) {
            return "jar";
        }
        if (frames.stream().anyMatch(name -> Stream.of("javax.crypto.JceSecurity", "sun.security.jca.JCAUtil")
                .anyMatch(name::startsWith))) {
            return "default generator";
        }
        return frames.stream()
                .filter(name -> !name.startsWith("java.") && !name.startsWith("javax.") && !name.startsWith("sun."))
                .limit(3)
                .collect(Collectors.joining(" "));
    }

    /** Makes generators that note each use. */
    private final class WatchedGenerator extends Service {

        private final Service service;

        private WatchedGenerator(Service service) {
            super(WatchedProvider.this, service.getType(), service.getAlgorithm(), service.getClassName(), null, null);
            this.service = service;
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return new Generator(SecureRandom.getInstance(service.getAlgorithm(), real), service.getAlgorithm());
        }
    }

    private final class Generator extends SecureRandomSpi {

        private static final long serialVersionUID = 1;

        private final SecureRandom generator;
        private final String name;

        private Generator(SecureRandom generator, String name) {
            this.generator = generator;
            this.name = name;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            generator.setSeed(seed);
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            note("draw from " + name);
            generator.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            note("seed from " + name);
            return generator.generateSeed(length);
        }
    }
}
