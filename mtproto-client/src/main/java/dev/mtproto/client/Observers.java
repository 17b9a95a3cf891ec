package dev.mtproto.client;

import dev.mtproto.session.engine.MessageTap;
import dev.mtproto.session.engine.Outcome;
import dev.mtproto.tl.TlSchema;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * All that look on: the application's listener, the log, the flight recorder. What nobody wants to see is not even named.
 * Safe for use by several threads.
 */
final class Observers {

    private final List<Observer> observers;
    private final ReentrantLock lock = new ReentrantLock();
    private final MessageNames names;
    private final MessageTap tap;

    Observers(List<Observer> observers, TlSchema schema) {
        this.observers = List.copyOf(observers);
        this.names = new MessageNames(schema);
        this.tap = new MessageWatch(this, names);
    }

    MessageTap tap() {
        return tap;
    }

    boolean wantMessages() {
        return observers.stream().anyMatch(observer -> observer.wantsMessages().getAsBoolean());
    }

    void message(ObservedMessage message) {
        tell(observer -> {
            if (observer.wantsMessages().getAsBoolean()) {
                observer.listener().message(message);
            }
        });
    }

    void event(ClientEvent event) {
        tell(observer -> observer.listener().event(event));
    }

    /** One at a time: key exchanges and sessions run on different threads. */
    private void tell(Consumer<Observer> how) {
        lock.lock();
        try {
            observers.forEach(how);
        } finally {
            lock.unlock();
        }
    }

    void resent(Call<?> call, int times) {
        event(new ClientEvent.Resent(name(call), times));
    }

    void ended(Call<?> call, Outcome outcome) {
        if (observers.stream().anyMatch(observer -> observer.wantsCalls().getAsBoolean())) {
            int length = outcome instanceof Outcome.Answered answered ? answered.result().length : 0;
            Duration latency = Duration.ofNanos(System.nanoTime() - call.startedAt);
            event(new ClientEvent.CallEnded(name(call), words(outcome), call.query().length, length, latency));
        }
    }

    private String name(Call<?> call) {
        return names.of(call.query(), 0, call.query().length);
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Answered) {
            return "answered";
        }
        if (outcome instanceof Outcome.Refused) {
            return "refused";
        }
        if (outcome instanceof Outcome.NeverSent) {
            return "never sent";
        }
        return outcome instanceof Outcome.AcknowledgedUnanswered ? "acknowledged, unanswered" : "sent, unacknowledged";
    }
}
