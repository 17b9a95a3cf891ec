package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;

/** Makes the exception for a broken rule. No message holds a secret. */
final class Fault {

    /** What a server sends before it closes after a wrong query. */
    static final int NOT_FOUND = -404;
    /** What a server sends before it closes where the data centre is another. */
    static final int WRONG_DC = -444;

    private Fault() {}

    /** A rule that is held or broken without a transport error of its own. */
    static KeyExchangeException of(Check check, String message) {
        return new KeyExchangeException(check, 0, message);
    }

    /** Fails where a rule is broken. */
    static void unless(boolean held, Check check, String message) {
        if (!held) {
            throw of(check, message);
        }
    }
}
