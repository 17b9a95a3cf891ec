package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.GetFutureSalts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What an engine does when time has passed, such as to ask about requests of which nothing was heard. */
final class Clockwork {

    private Clockwork() {}

    /** Does what is due by now. */
    static void poll(Core core, KeepAlive alive) {
        long now = core.now();
        core.repetition.wake(now);
        if (core.replaced != null && now >= core.replacedUntil) {
            core.endReplaced();
        }
        alive.poll(now);
        if (core.connected) {
            askWhatIsDue(core, now);
            core.drops.poll(now);
            if (core.salts.isWanting(core.serverSeconds(), now)) {
                core.salts.asked(now);
                core.send(new Service(new GetFutureSalts(SaltBook.WISHED), new Service.Salts()));
            }
        }
    }

    /** Asks about all copies whose time has come, in as few messages as possible. */
    private static void askWhatIsDue(Core core, long now) {
        List<Copy> due = new ArrayList<>();
        take(core.requests.unheard, now, due);
        take(core.requests.asked, now, due);
        if (!due.isEmpty()) {
            core.ask(due);
        }
    }

    /** Returns the earliest moment at which something is to be done. */
    static OptionalLong nextDeadline(Core core, KeepAlive alive, long now) {
        OptionalLong next = core.repetition.next();
        if (core.replaced != null) {
            next = earlier(next, OptionalLong.of(core.replacedUntil));
        }
        if (core.connected) {
            next = earlier(next, core.requests.unheard.next());
            next = earlier(next, core.requests.asked.next());
            next = earlier(next, core.drops.next());
            next = earlier(next, core.current.acks.due(now));
            next = earlier(next, alive.next());
            next = earlier(next, OptionalLong.of(core.salts.askAt(core.serverSeconds(), now)));
        }
        return next;
    }

    private static void take(DelayLine line, long now, List<Copy> due) {
        for (Copy copy = line.take(now); copy != null; copy = line.take(now)) {
            if (copy.isAwaited()) {
                due.add(copy);
            }
        }
    }

    private static OptionalLong earlier(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()));
    }
}
