package dev.mtproto.client;

import java.lang.System.Logger.Level;

/**
 * Writes what happens to the system's log, under {@code dev.mtproto.client}: what somebody should look into as a warning, lost
 * updates for information, what the client copes with by itself for those who search, each message as a trace.
 */
final class LogLines implements ConnectionListener {

    private final System.Logger logger = System.getLogger("dev.mtproto.client");

    Observer observer() {
        return new Observer(this, () -> logger.isLoggable(Level.TRACE), () -> logger.isLoggable(Level.DEBUG));
    }

    @Override
    public void message(ObservedMessage message) {
        logger.log(Level.TRACE, () -> message.toString());
    }

    @Override
    public void event(ClientEvent event) {
        logger.log(level(event), () -> event.toString());
    }

    private static Level level(ClientEvent event) {
        if (event instanceof ClientEvent.KeyLost || event instanceof ClientEvent.Refused) {
            return Level.WARNING;
        }
        if (event instanceof ClientEvent.UpdateGap) {
            return Level.INFO;
        }
        return Level.DEBUG;
    }
}
