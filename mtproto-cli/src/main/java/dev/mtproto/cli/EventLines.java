package dev.mtproto.cli;

import dev.mtproto.testkit.DataCenterEvent;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints what happens in a data centre, one line an event. */
final class EventLines implements Consumer<DataCenterEvent> {

    private final PrintWriter out;

    EventLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(DataCenterEvent event) {
        print("connection " + event.connection() + ": " + text(event));
    }

    synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    private static String text(DataCenterEvent event) {
        if (event instanceof DataCenterEvent.Connected connected) {
            return "from " + ServeCommand.text(connected.peer()) + ", "
                    + TransportOptions.words(connected.framing(), connected.carrier());
        }
        if (event instanceof DataCenterEvent.Rejected rejected) {
            return "rejected: " + rejected.reason();
        }
        if (event instanceof DataCenterEvent.KeyCreated created) {
            return "key exchange: " + (created.temporary() ? "temporary" : "permanent") + " key " + created.key();
        }
        if (event instanceof DataCenterEvent.Refused refused) {
            return "refused (" + refused.check() + ", " + refused.check().guards() + "): " + refused.reaction();
        }
        if (event instanceof DataCenterEvent.Answered answered) {
            return "rpc " + answered.method() + ": " + answered.result()
                    + (answered.length() == 0 ? "" : ", " + answered.length() + " bytes");
        }
        return "closed: " + ((DataCenterEvent.Closed) event).reason();
    }
}
