package dev.mtproto.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.Direction;
import dev.mtproto.client.ObservedMessage;
import dev.mtproto.crypto.CryptoInfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows a client job to programs: one JSON object a line, told apart by the field {@code event}. */
final class JsonOutput implements Output {

    private final PrintWriter out;
    private long start = System.nanoTime();

    JsonOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void start(String what) {
        start = System.nanoTime();
    }

    @Override
    public void message(ObservedMessage message) {
        JsonLine.print(out, json -> {
            json.writeStringField("event", "message");
            json.writeNumberField("ms", millis(Duration.ofNanos(System.nanoTime() - start)));
            json.writeStringField("direction", message.direction() == Direction.OUT ? "out" : "in");
            json.writeStringField("name", message.name());
            json.writeStringField("msg_id", Long.toUnsignedString(message.msgId()));
            if (message.seqNo().isPresent()) {
                json.writeNumberField("seq_no", message.seqNo().getAsInt());
            } else {
                json.writeNullField("seq_no");
            }
            json.writeNumberField("bytes", message.length());
        });
    }

    @Override
    public void event(ClientEvent event) {
        if (event instanceof ClientEvent.Refused refused) {
            JsonLine.print(out, json -> {
                json.writeStringField("event", "refused");
                json.writeStringField("check", refused.check().name());
            });
            return;
        }
        String words = EventWords.of(event);
        if (!words.isEmpty()) {
            note(words);
        }
    }

    @Override
    public void note(String words) {
        JsonLine.print(out, json -> {
            json.writeStringField("event", "note");
            json.writeNumberField("ms", millis(Duration.ofNanos(System.nanoTime() - start)));
            json.writeStringField("text", words);
        });
    }

    @Override
    public void result(JobResult result) {
        JsonLine.print(out, json -> {
            json.writeStringField("event", "result");
            json.writeBooleanField("ok", true);
            json.writeStringField("server", ServeCommand.text(result.server()));
            json.writeStringField("auth_key_id", result.authKeyId().toString());
            json.writeNumberField("time_offset", result.timeOffset().toMillis() / 1e3);
            json.writeStringField("salt", result.salt().toString());
            json.writeNumberField("connect_ms", millis(result.connected()));
            json.writeNumberField("ping_ms", millis(result.ping()));
            json.writeNumberField("this_dc", result.config().thisDc());
            json.writeNumberField("dc_options", result.config().dcOptions().size());
            json.writeObjectFieldStart("crypto");
            crypto(json, result.crypto());
            json.writeEndObject();
        });
    }

    @Override
    public void roundTrips(RoundTrips.Result trips) {
        Latencies times = trips.latencies();
        JsonLine.print(out, json -> {
            json.writeStringField("event", "round_trips");
            json.writeNumberField("calls", times.count());
            json.writeNumberField("in_flight", trips.inFlight());
            json.writeNumberField("per_second", Math.round(trips.perSecond()));
            json.writeNumberField("cpu_seconds", trips.cpu().toMillis() / 1e3);
            json.writeNumberField("median_ms", millis(Duration.ofNanos(times.percentile(50))));
            json.writeNumberField("p99_ms", millis(Duration.ofNanos(times.percentile(99))));
            json.writeNumberField("max_ms", millis(Duration.ofNanos(times.longest())));
            json.writeArrayFieldStart("histogram");
            for (Latencies.Range range : times.ranges()) {
                json.writeStartObject();
                json.writeNumberField("up_to_ms", millis(Duration.ofNanos(range.upTo())));
                json.writeNumberField("calls", range.count());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static void crypto(JsonGenerator json, CryptoInfo info) throws IOException {
        json.writeStringField("name", info.name());
        json.writeStringField("implementation", info.implementation());
        json.writeStringField("version", info.version());
        json.writeBooleanField("native", info.nativeCode());
        json.writeBooleanField("approved_only", info.approvedOnly());
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e3) / 1e3;
    }
}
