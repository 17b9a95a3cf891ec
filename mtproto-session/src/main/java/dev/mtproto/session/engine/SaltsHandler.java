package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.FutureSalt;
import dev.mtproto.tl.schema.FutureSalts;

/** Handles {@code future_salts}. */
final class SaltsHandler {

    private static final int MOST = 64;

    private final Core core;

    SaltsHandler(Core core) {
        this.core = core;
    }

    @Enforces({Check.R3, Check.R7})
    void handle(Incoming message) {
        FutureSalts answer = FutureSalts.read(message.reader());
        SentLog log = message.conversation().log;
        Service asked = log.service(answer.reqMsgId());
        if (!isSound(answer)) {
            return;
        }
        if (asked != null && asked.purpose instanceof Service.Salts) {
            log.remove(answer.reqMsgId());
            core.salts.take(answer.salts());
        } else {
            core.directAnswers.salts(message, answer.reqMsgId());
        }
    }

    private static boolean isSound(FutureSalts answer) {
        if (answer.salts().size() > MOST) {
            return false;
        }
        for (FutureSalt salt : answer.salts()) {
            if (Integer.compareUnsigned(salt.validSince(), salt.validUntil()) >= 0) {
                return false;
            }
        }
        return true;
    }
}
