package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.BoolTrue;

/** What the outcome of {@code auth.bindTempAuthKey} says. */
enum BindAnswer {
    /** The key is bound. */
    BOUND,
    /** The server could not verify the proof. */
    INVALID,
    /** The temporary key is of no use. */
    USELESS;

    static BindAnswer of(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return isTrue(answered.result()) ? BOUND : USELESS;
        }
        boolean invalid = outcome instanceof Outcome.Refused refused
                && refused.error().type().equals("ENCRYPTED_MESSAGE_INVALID");
        return invalid ? INVALID : USELESS;
    }

    private static boolean isTrue(byte[] result) {
        return result.length == 4 && new WrittenObject(result).constructorId() == BoolTrue.ID;
    }
}
