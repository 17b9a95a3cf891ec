package dev.mtproto.crypto.spi;

import java.util.Locale;

/**
 * Whether IGE decryption runs on 128-bit vectors: chosen once, with the reason logged once. They are there when the JVM was
 * started with {@code --add-modules jdk.incubator.vector}. The system property {@value #PROPERTY} forces the choice.
 */
final class VectorPath {

    /** {@code on}, {@code off} or {@code auto}. */
    static final String PROPERTY = "dev.mtproto.crypto.vector";

    static final boolean CHOSEN = choose();

    private VectorPath() {}

    private static boolean choose() {
        String wanted = System.getProperty(PROPERTY, "auto").toLowerCase(Locale.ROOT);
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        boolean chosen =
                switch (wanted) {
                    case "on" -> {
                        if (!present) {
                            throw new IllegalStateException(
                                    PROPERTY + " is on, but the module jdk.incubator.vector is absent: "
                                            + "start the JVM with --add-modules jdk.incubator.vector");
                        }
                        yield true;
                    }
                    case "off" -> false;
                    case "auto" -> present;
                    default -> throw new IllegalStateException(PROPERTY + " is on, off or auto, not " + wanted);
                };
        System.getLogger(VectorPath.class.getName())
                .log(
                        System.Logger.Level.DEBUG,
                        chosen
                                ? "AES-IGE decryption uses 128-bit vectors"
                                : "AES-IGE decryption does not use vectors: "
                                        + (present
                                                ? PROPERTY + " is off"
                                                : "--add-modules jdk.incubator.vector was not given"));
        return chosen;
    }
}
