package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import org.junit.jupiter.api.function.Executable;

/** Expected refusals. */
final class Refusals {

    private Refusals() {}

    /** Asserts that a rule, and no other, is found broken. */
    static KeyExchangeException assertBroken(Check check, Executable work) {
        KeyExchangeException failure = assertThrows(KeyExchangeException.class, work);
        assertEquals(check, failure.check().orElseThrow(), failure::getMessage);
        return failure;
    }
}
