package dev.mtproto.client;

import java.lang.System.Logger.Level;

/** Writes what happens to the system's log, under {@code dev.mtproto.client}; each message and call at the finest levels. */
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
        if (event instanceof ClientEvent.CallEnded
                || event instanceof ClientEvent.Resent
                || event instanceof ClientEvent.SaltChanged) {
            return Level.DEBUG;
        }
        return Level.INFO;
    }
}
