package dev.mtproto.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.StringJoiner;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Shows what a flight recording holds of clients: messages in columns, the rest with its fields. */
final class FlightTrace {

    private static final String PREFIX = "dev.mtproto.";
    private static final String MESSAGE = PREFIX + "Message";

    private final PrintWriter out;
    private final boolean json;

    FlightTrace(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /**
     * Shows a file to its end, or a repository as long as its program runs.
     *
     * @param recording a file, or the folder of a repository
     * @param seconds the longest time; null for no limit
     * @throws IOException if it cannot be read
     */
    void show(Path recording, @Nullable Long seconds) throws IOException, InterruptedException {
        boolean live = Files.isDirectory(recording);
        if (!live) {
            new RecordingFile(recording).close(); // a stream says nothing of a file that is none
        }
        try (EventStream stream = live ? EventStream.openRepository(recording) : EventStream.openFile(recording)) {
            stream.setOrdered(true);
            stream.onEvent(event -> {
                if (event.getEventType().getName().startsWith(PREFIX)) {
                    print(event);
                }
            });
            stream.startAsync();
            if (seconds == null) {
                stream.awaitTermination();
            } else {
                stream.awaitTermination(Duration.ofSeconds(seconds));
            }
        }
    }

    private void print(RecordedEvent event) {
        String type = event.getEventType().getName();
        if (json) {
            JsonLine.print(out, line -> {
                line.writeStringField("event", type.substring(PREFIX.length()));
                line.writeStringField("time", event.getStartTime().toString());
                for (ValueDescriptor field : event.getFields()) {
                    if (isOurs(field)) {
                        line.writeStringField(field.getName(), text(event, field));
                    }
                }
            });
        } else if (type.equals(MESSAGE)) {
            int seqNo = event.getInt("seqNo");
            out.printf(
                    "%s  %s %-48s %20s %6s %6d%n",
                    time(event),
                    event.getString("direction").equals("out") ? "-->" : "<--",
                    event.getString("name"),
                    Long.toUnsignedString(event.getLong("msgId")),
                    seqNo < 0 ? "-" : Integer.toString(seqNo),
                    event.getInt("length"));
        } else {
            StringJoiner fields = new StringJoiner(", ");
            for (ValueDescriptor field : event.getFields()) {
                if (isOurs(field)) {
                    fields.add(field.getLabel().toLowerCase(Locale.ROOT) + " " + text(event, field));
                }
            }
            out.printf("%s   *  %s: %s%n", time(event), event.getEventType().getLabel(), fields);
        }
        out.flush();
    }

    private static String text(RecordedEvent event, ValueDescriptor field) {
        boolean time = field.getContentType() != null && field.getContentType().endsWith("Timespan");
        return time
                ? event.getDuration(field.getName()).toNanos() / 1000 + " us"
                : String.valueOf((Object) event.getValue(field.getName()));
    }

    private static boolean isOurs(ValueDescriptor field) {
        return switch (field.getName()) {
            case "startTime", "duration", "eventThread", "stackTrace" -> false;
            default -> true;
        };
    }

    private static String time(RecordedEvent event) {
        return LocalTime.ofInstant(event.getStartTime(), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
