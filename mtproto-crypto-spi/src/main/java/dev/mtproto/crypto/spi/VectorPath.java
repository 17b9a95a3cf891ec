package dev.mtproto.crypto.spi;

import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * Whether IGE decryption runs on 128-bit vectors: chosen once, with the reason logged once. They are there when the JVM was
 * started with {@code --add-modules jdk.incubator.vector}. The system property {@value #PROPERTY} forces the choice.
 */
final class VectorPath {

    /** {@code on}, {@code off} or {@code auto}. */
    static final String PROPERTY = "dev.mtproto.crypto.vector";

    static final boolean CHOSEN = choose(
            System.getProperty(PROPERTY, "auto"),
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());

    private VectorPath() {}

    static boolean choose(String wanted, boolean present) {
        String way = wanted.toLowerCase(Locale.ROOT);
        String absent = "--add-modules jdk.incubator.vector was not given to the JVM";
        switch (way) {
            case "off" -> log("scalar code, as " + PROPERTY + " is off");
            case "auto" -> log(present ? "128-bit vectors" : "scalar code, as " + absent);
            case "on" -> {
                if (!present) {
                    throw new IllegalStateException(PROPERTY + " is on, but " + absent);
                }
                log("128-bit vectors, as " + PROPERTY + " is on");
            }
            default -> throw new IllegalStateException(PROPERTY + " is on, off or auto, not " + wanted);
        }
        return present && !way.equals("off");
    }

    private static void log(String way) {
        System.getLogger(VectorPath.class.getPackageName()).log(Level.DEBUG, "AES-256-IGE decryption runs on {0}", way);
    }
}
