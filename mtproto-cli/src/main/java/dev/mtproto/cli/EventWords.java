package dev.mtproto.cli;

import dev.mtproto.client.ClientEvent;
import java.util.Locale;

/** Says in a few words what happened to a client. */
final class EventWords {

    private EventWords() {}

    /** Returns the words; none for what the messages around it show already. */
    static String of(ClientEvent event) {
        if (event instanceof ClientEvent.Connected connected) {
            return "connected to " + ServeCommand.text(connected.peer()) + ", "
                    + TransportOptions.words(connected.transport());
        }
        if (event instanceof ClientEvent.Disconnected lost) {
            return "connection lost: " + lost.cause().getMessage()
                    + (lost.retryAfter().isZero()
                            ? "; connecting again"
                            : "; next attempt in " + lost.retryAfter().toMillis() + " ms");
        }
        if (event instanceof ClientEvent.KeyCreated created) {
            return (created.temporary() ? "temporary" : "permanent") + " key " + created.key() + " made in "
                    + String.format(Locale.ROOT, "%.1f ms", created.took().toNanos() / 1e6);
        }
        if (event instanceof ClientEvent.KeyInUse used) {
            return "key " + used.key() + " carries the calls";
        }
        if (event instanceof ClientEvent.KeyLost) {
            return "the server does not know the permanent key any more";
        }
        if (event instanceof ClientEvent.SaltChanged) {
            return "the salt changed";
        }
        if (event instanceof ClientEvent.ClockCorrected corrected) {
            return String.format(
                    Locale.ROOT, "clock corrected: %+.3f s", corrected.offset().toMillis() / 1e3);
        }
        if (event instanceof ClientEvent.SessionRenewed renewed) {
            return "new session " + renewed.session();
        }
        if (event instanceof ClientEvent.Resent resent) {
            return resent.method() + " goes out again";
        }
        if (event instanceof ClientEvent.UpdateGap) {
            return "the server began the session anew: updates may be lost";
        }
        if (event instanceof ClientEvent.Refused refused) {
            return "refused what was received: " + refused.check() + ", "
                    + refused.check().guards();
        }
        return "";
    }
}
