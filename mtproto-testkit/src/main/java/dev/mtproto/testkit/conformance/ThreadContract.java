package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What {@link Crypto} promises to several threads: itself shared, its objects one a thread. */
final class ThreadContract {

    private static final int THREADS = 8;
    private static final int ROUNDS = 50;

    private ThreadContract() {}

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(
                Cases.test("threads: each with its own cipher and digest", () -> ciphers(crypto)),
                Cases.test("threads: exponentiation is shared", () -> powers(crypto)),
                Cases.test("threads: the random source is shared and repeats nothing", () -> random(crypto)));
    }

    private static void ciphers(Crypto crypto) throws Exception {
        byte[] text = new Cases().bytes(5024);
        List<String> results = run(() -> {
            AesIge ige = crypto.newAesIge();
            Cases cases = new Cases();
            byte[] data = text.clone();
            for (int i = 0; i < ROUNDS; i++) {
                byte[] key = cases.bytes(32);
                ige.encrypt(key, key, data, 0, data.length);
                crypto.newAesCtr(key, cases.bytes(16)).apply(data, 1, 5000);
                ige.decrypt(cases.bytes(32), key, data, 16, data.length - 16);
            }
            return HexFormat.of().formatHex(Hash.of(crypto.newSha256(), Hash.of(crypto.newSha1(), data), data));
        });
        assertEquals(1, new HashSet<>(results).size(), "all threads compute the same");
    }

    private static void powers(Crypto crypto) throws Exception {
        byte[] exponent = new Cases().bytes(256);
        byte[] prime = Numbers.toBytes(TelegramGroup.PRIME);
        byte[] expected = crypto.modPow(new byte[] {3}, exponent, prime);
        for (byte[] power : run(() -> crypto.modPow(new byte[] {3}, exponent, prime))) {
            assertArrayEquals(expected, power);
        }
    }

    private static void random(Crypto crypto) throws Exception {
        Set<String> seen = new HashSet<>();
        for (List<String> drawn : run(() -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                mine.add(HexFormat.of().formatHex(crypto.random().nextBytes(16)));
            }
            return mine;
        })) {
            seen.addAll(drawn);
        }
        assertEquals(THREADS * 500, seen.size());
    }

    private static <T> List<T> run(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(task);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
