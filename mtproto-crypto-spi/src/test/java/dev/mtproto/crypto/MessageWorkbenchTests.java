package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ciphers of many keys that work on the same workbench, one after the other and side by side. */
class MessageWorkbenchTests {

    private static final int LENGTH = 64;

    private final Counting crypto = new Counting();

    @Test
    void ciphersOfManyKeysShareOneInAThread() {
        for (int i = 1; i <= 50; i++) {
            roundTrip(i, i);
        }
        assertEquals(1, crypto.made);
    }

    @Test
    void theTokenStaysThatOfTheOwnMessage() {
        MessageCipher one = crypto.newMessageCipher(key(1), Role.CLIENT);
        MessageCipher other = crypto.newMessageCipher(key(2), Role.CLIENT);
        one.seal(new byte[24 + LENGTH], 0, LENGTH);
        int token = one.quickAckToken();
        assertTrue(token < 0, "its highest bit is set");
        other.seal(new byte[24 + LENGTH], 0, LENGTH);
        assertEquals(token, one.quickAckToken());
        assertNotEquals(token, other.quickAckToken());
    }

    @Test
    @Tag("M18")
    void nothingIsLeftOnIt() {
        roundTrip(1, 1);
        MessageWorkbench bench = MessageWorkbenches.of(crypto).take();
        assertEquals(1, crypto.made, "the one that was used");
        for (byte[] secret : List.of(bench.msgKeyLarge, bench.key, bench.iv, bench.scratch)) {
            assertArrayEquals(new byte[secret.length], secret);
        }
    }

    @Test
    void oneThatFailedIsNotUsedAgain() {
        roundTrip(1, 1);
        crypto.fails = true;
        MessageCipher cipher = crypto.newMessageCipher(key(1), Role.CLIENT);
        byte[] packet = new byte[24 + LENGTH];
        assertThrows(IllegalStateException.class, () -> cipher.seal(packet, 0, LENGTH));
        assertThrows(IllegalStateException.class, () -> cipher.open(packet, 0, LENGTH));
        crypto.fails = false;
        roundTrip(1, 1);
        assertEquals(3, crypto.made);
    }

    @Test
    void oneThatIsLentIsNotLentAgain() {
        MessageWorkbenches benches = MessageWorkbenches.of(crypto);
        MessageWorkbench first = benches.take();
        assertNotSame(first, benches.take());
        benches.giveBack(first);
        assertSame(first, benches.take());
    }

    @Test
    void eachProviderHasItsOwn() {
        assertSame(MessageWorkbenches.of(crypto), MessageWorkbenches.of(crypto));
        assertNotSame(MessageWorkbenches.of(crypto), MessageWorkbenches.of(new Counting()));
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 1; i <= 64; i++) {
                int seed = i;
                tasks.add(() -> {
                    for (int round = 0; round < 100; round++) {
                        roundTrip(seed, seed + round);
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private void roundTrip(int seed, int content) {
        byte[] packet = new byte[24 + LENGTH];
        Arrays.fill(packet, 24, packet.length, (byte) content);
        byte[] plain = packet.clone();
        crypto.newMessageCipher(key(seed), Role.CLIENT).seal(packet, 0, LENGTH);
        MessageCipher server = crypto.newMessageCipher(key(seed), Role.SERVER);
        assertTrue(server.open(packet, 0, LENGTH));
        assertArrayEquals(Arrays.copyOfRange(plain, 24, plain.length), Arrays.copyOfRange(packet, 24, packet.length));
    }

    private static AuthKey key(int seed) {
        byte[] value = new byte[AuthKey.LENGTH];
        Arrays.fill(value, (byte) seed);
        return AuthKey.permanent(value, new AuthKeyId(seed));
    }

    /** Counts the ciphers that it makes, which fail when told to. */
    private static final class Counting extends TestCrypto {
        volatile int made;
        volatile boolean fails;

        Counting() {
            super("counting", Broken.NOTHING, Optional.empty(), false);
        }

        @Override
        public synchronized AesIge newAesIge() {
            made++;
            AesIge ige = super.newAesIge();
            return new AesIge() {
                @Override
                public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                    check();
                    ige.encrypt(key, iv, data, offset, length);
                }

                @Override
                public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
                    check();
                    ige.decrypt(key, iv, data, offset, length);
                }
            };
        }

        private void check() {
            if (fails) {
                throw new IllegalStateException("told to fail");
            }
        }
    }
}
