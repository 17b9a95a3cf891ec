package dev.mtproto.crypto.spi;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How IGE decryption chains its blocks over a cipher whose {@code update} gives out each block at once: chosen once, with
 * the reason logged once. 128-bit vectors are there when the JVM was started with {@code --add-modules
 * jdk.incubator.vector}. The system property {@value #PROPERTY} forces the choice. All give the same bytes; the figures
 * behind the choice are in docs/performance.md.
 */
enum DecryptionLoop {
    /** {@link ScalarChain}: anywhere. */
    SCALAR,
    /** {@link VectorChain}: the fewest instructions a block. */
    BLOCKS,
    /** {@link PairChain}: the shortest way from one block to the next. */
    PAIRS;

    /** {@code on}, {@code off} or {@code auto}; {@code blocks} or {@code pairs} for one of the two ways with vectors. */
    static final String PROPERTY = "dev.mtproto.crypto.vector";

    static final DecryptionLoop CHOSEN = choose(
            System.getProperty(PROPERTY, "auto"),
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
            Processor::vendor);

    static DecryptionLoop choose(String wanted, boolean present, Supplier<String> vendor) {
        String way = wanted.toLowerCase(Locale.ROOT);
        switch (way) {
            case "off" -> {
                return log(SCALAR, PROPERTY + " is off");
            }
            case "auto", "on", "blocks", "pairs" -> {
                // one of these
            }
            default -> throw new IllegalStateException(PROPERTY + " is on, off, auto, blocks or pairs, not " + wanted);
        }
        if (!present) {
            String absent = "--add-modules jdk.incubator.vector was not given to the JVM";
            if (way.equals("auto")) {
                return log(SCALAR, absent);
            }
            throw new IllegalStateException(PROPERTY + " is " + way + ", but " + absent);
        }
        return switch (way) {
            case "blocks" -> log(BLOCKS, PROPERTY + " says so");
            case "pairs" -> log(PAIRS, PROPERTY + " says so");
            default -> byProcessor(vendor.get());
        };
    }

    private static DecryptionLoop byProcessor(String vendor) {
        // measured on Zen 5: 18.2 ns a block by pairs, 21 by blocks; elsewhere not, and pairs are a tenth more
        // instructions
        return vendor.equals("AuthenticAMD")
                ? log(PAIRS, "the processor is AMD's")
                : log(BLOCKS, "the processor is not AMD's");
    }

    private static DecryptionLoop log(DecryptionLoop loop, String reason) {
        System.getLogger(DecryptionLoop.class.getPackageName())
                .log(Level.DEBUG, "AES-256-IGE decryption runs by {0}, as {1}", loop, reason);
        return loop;
    }
}
