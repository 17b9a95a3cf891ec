package dev.mtproto.bench;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Shows what idle sessions cost: bytes of heap for a client's engine and for a server's, each with its key, after one request was
 * answered and all was acknowledged. Arguments: the crypto provider, how many sessions.
 */
public final class IdleSessions {

    private IdleSessions() {}

    /** Measures, and prints a line for each side. */
    public static void main(String[] args) {
        Crypto crypto = Cryptos.open(CryptoSelection.parse(args.length > 0 ? args[0] : "jdk"));
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        measure(crypto, 1000, pair -> pair.client);
        String at = " bytes of heap, " + crypto.info().name() + ", Java "
                + Runtime.version().feature();
        System.out.println("client " + measure(crypto, count, pair -> pair.client) + at);
        System.out.println("server " + measure(crypto, count, pair -> pair.server) + at);
    }

    private static long measure(Crypto crypto, int count, Function<EnginePair, Object> kept) {
        EnginePair.Time time = new EnginePair.Time();
        PacketBuffer buffer = new PacketBuffer();
        List<Object> engines = new ArrayList<>(count);
        long before = usedAfterGc();
        for (int i = 0; i < count; i++) {
            EnginePair pair = new EnginePair(crypto, time, buffer);
            pair.submit();
            pair.pump();
            pair.answerOldest();
            pair.pump();
            time.advance(31_000);
            pair.pump();
            engines.add(kept.apply(pair));
        }
        long used = usedAfterGc() - before;
        Reference.reachabilityFence(engines);
        return used / count;
    }

    private static long usedAfterGc() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
