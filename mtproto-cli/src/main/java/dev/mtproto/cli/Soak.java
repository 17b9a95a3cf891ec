package dev.mtproto.cli;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.engine.EngineTimings;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.Faults;
import dev.mtproto.testkit.FaultyLink;
import dev.mtproto.tl.api.ApiSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many clients, a bad network, an unsteady server, clocks that jump. */
final class Soak {

    /** How long what is under way may take to end, on a good network. */
    static final Duration LONGEST_END = Duration.ofSeconds(90);

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_UPSETS = Duration.ofSeconds(2);
    private static final EngineTimings IMPATIENT = new EngineTimings(2_000, 1_000, 2_000, 5_000, 3_000, 3_000, 100);
    private static final KeyTimings SHORT_LIVED = new KeyTimings(130, 5_000, 200);
    private static final int WORST_CLOCK_HOURS = 20;

    private final Crypto crypto;
    private final int count;
    private final int inFlight;
    private final Random random;
    private final SoakOutput output;
    private final SoakServer work = new SoakServer();
    private final List<FaultyLink> links = new ArrayList<>();
    private final List<JumpingClock> clocks = new ArrayList<>();
    private final List<SoakClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private long upsets;

    Soak(Crypto crypto, int count, int inFlight, long seed, SoakOutput output) {
        this.crypto = crypto;
        this.count = count;
        this.inFlight = inFlight;
        this.random = new Random(seed);
        this.output = output;
    }

    SoakCounts run(Duration time) throws InterruptedException {
        try (EmbeddedDataCenter server =
                EmbeddedDataCenter.builder().crypto(crypto).handler(work).start()) {
            for (int i = 0; i < count; i++) {
                start(i, server);
            }
            long start = System.nanoTime();
            long nextUpset = BETWEEN_UPSETS.toNanos();
            for (long passed = 0; passed < time.toNanos(); passed = System.nanoTime() - start) {
                Thread.sleep(Math.min(TICK.toMillis(), (time.toNanos() - passed) / 1_000_000 + 1));
                if (passed >= nextUpset) {
                    nextUpset = passed + BETWEEN_UPSETS.toNanos();
                    upset(server);
                }
                output.progress(Duration.ofNanos(System.nanoTime() - start), counts(false));
            }
            end();
            SoakCounts counts = counts(true);
            output.progress(Duration.ofNanos(System.nanoTime() - start), counts);
            return counts;
        } finally {
            links.forEach(FaultyLink::close);
        }
    }

    private void start(int number, EmbeddedDataCenter server) {
        FaultyLink link = FaultyLink.open(server.address(), crypto, Faults.BAD, random.nextLong());
        JumpingClock clock = new JumpingClock();
        var builder = MtprotoClient.builder()
                .address(link.address())
                .serverKeys(server.serverKeys())
                .crypto(crypto)
                .schema(ApiSchema.INSTANCE)
                .clock(clock)
                .timings(IMPATIENT)
                .callTimeout(Duration.ZERO)
                .answerTimeout(Duration.ofSeconds(3))
                .retry(Duration.ofMillis(50), Duration.ofSeconds(2));
        if (number % 2 == 1) {
            builder.forwardSecrecy(SHORT_LIVED);
        }
        SoakClient client = new SoakClient(number, builder, inFlight);
        Thread thread = new Thread(client, "soak-" + number);
        thread.setDaemon(true);
        links.add(link);
        clocks.add(clock);
        clients.add(client);
        threads.add(thread);
        thread.start();
    }

    private void upset(EmbeddedDataCenter server) {
        upsets++;
        switch (random.nextInt(4)) {
            case 0 -> {
                work.restarts();
                server.restart();
            }
            case 1 -> server.closeConnections();
            case 2 -> server.rotateSalts();
            default -> {
                int hours = random.nextInt(2 * WORST_CLOCK_HOURS + 1) - WORST_CLOCK_HOURS;
                clocks.get(random.nextInt(count)).jump(Duration.ofHours(hours));
            }
        }
    }

    private void end() throws InterruptedException {
        links.forEach(link -> link.faults(Faults.NONE));
        clients.forEach(SoakClient::stop);
        long end = System.nanoTime() + LONGEST_END.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    /** Before the end, calls that are under way are not lost. */
    private SoakCounts counts(boolean ended) {
        long sent = 0;
        long answered = 0;
        long uncertain = 0;
        long lost = 0;
        for (int i = 0; i < count; i++) {
            SoakClient client = clients.get(i);
            lost += ended ? client.lost(work.ran(i)) : 0;
            sent += client.sent();
            answered += client.answered();
            uncertain += client.uncertain();
        }
        long faults = links.stream().mapToLong(FaultyLink::injected).sum();
        return new SoakCounts(sent, answered, uncertain, lost, work.twice(), work.rerun(), faults, upsets);
    }
}
