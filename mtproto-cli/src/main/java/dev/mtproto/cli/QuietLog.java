package dev.mtproto.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the library's log to errors: what else happens is shown by the commands, and the log would say it twice, amid their output.
 * Whoever sets the log up by the JDK's own properties gets what that says.
 */
final class QuietLog {

    /** The level of the log that the JDK has without the module {@code java.logging}. */
    private static final String SIMPLE = "jdk.system.logger.level";

    private QuietLog() {}

    /** To be called before anything is logged. */
    static void start() {
        if (System.getProperty(SIMPLE) == null) {
            System.setProperty(SIMPLE, "ERROR");
        }
        boolean setUp = System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
        if (!setUp && ModuleLayer.boot().findModule("java.logging").isPresent()) {
            Full.errorsOnly();
        }
    }

    /** Apart, as the module may be missing; holds the logger, which would forget its level. */
    private static final class Full {

        private static final Logger LIBRARY = Logger.getLogger("dev.mtproto");

        static void errorsOnly() {
            LIBRARY.setLevel(Level.SEVERE);
        }
    }
}
