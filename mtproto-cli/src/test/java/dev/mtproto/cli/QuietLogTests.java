package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietLogTests {

    private static final String SIMPLE = "jdk.system.logger.level";
    private static final String FILE = "java.util.logging.config.file";

    private final System.Logger logger = System.getLogger("dev.mtproto.client");

    @AfterEach
    void restore() {
        System.clearProperty(SIMPLE);
        System.clearProperty(FILE);
        Logger.getLogger("dev.mtproto").setLevel(null);
    }

    @Test
    void onlyErrorsOfTheLibraryAreLogged() {
        assertTrue(logger.isLoggable(Level.WARNING));
        QuietLog.start();
        assertFalse(logger.isLoggable(Level.WARNING));
        assertTrue(logger.isLoggable(Level.ERROR));
        assertTrue(System.getLogger("another.library").isLoggable(Level.WARNING));
    }

    @Test
    void whoeverSetsTheLogUpIsHeeded() {
        System.setProperty(FILE, "logging.properties");
        QuietLog.start();
        assertTrue(logger.isLoggable(Level.WARNING));
    }
}
