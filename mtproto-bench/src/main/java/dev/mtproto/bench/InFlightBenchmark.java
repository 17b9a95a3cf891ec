package dev.mtproto.bench;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.tl.schema.MsgResendReq;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one more request costs both engines together while others are in flight: sent, acknowledged, answered. It must not grow
 * with the number of the others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InFlightBenchmark {

    /** How many requests wait for their answers all the time. */
    @Param({"1", "64", "1000", "10000"})
    public int inFlight;

    private EnginePair pair;

    /** Sends the requests that wait. */
    @Setup
    public void prepare(Backend backend) {
        pair = new EnginePair(backend.crypto, new EnginePair.Time(), new PacketBuffer());
        for (int i = 1; i < inFlight; i++) {
            pair.submit();
        }
        pair.pump();
    }

    /** Sends a request, and answers the oldest. */
    @Benchmark
    public int roundTrip() {
        pair.submit();
        pair.pump();
        return answer();
    }

    /** Sends a request, sends it again because the server wishes so, and answers the oldest. */
    @Benchmark
    public int resent() {
        pair.submit();
        pair.pump();
        pair.say(new MsgResendReq(List.of(pair.newest())));
        pair.pump();
        return answer();
    }

    private int answer() {
        pair.answerOldest();
        int done = pair.pump();
        if (done != 1) {
            throw new IllegalStateException(done + " requests ended in place of one");
        }
        return done;
    }
}
