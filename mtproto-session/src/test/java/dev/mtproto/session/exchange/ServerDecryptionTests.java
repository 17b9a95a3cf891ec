package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.schema.ReqDHParams;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server makes of encrypted_data. */
class ServerDecryptionTests {

    private static final ServerReply ANSWER = new ServerReply.Answer();

    private final AtomicInteger operations = new AtomicInteger();
    private final CryptoWrapper counting = new CryptoWrapper() {
        @Override
        public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
            operations.incrementAndGet();
            return super.rsaPrivate(key, block);
        }
    };

    private ServerUnderTest server(boolean obsolete) {
        return new ServerUnderTest(
                TestServer.options().acceptObsoletePadding(obsolete), counting, new SeededRandom(31));
    }

    /** Encrypts with the padding from before 2021. */
    private static byte[] obsolete(byte[] data, int firstByte, int wrongHashByte) {
        byte[] block = new SeededRandom(32).nextBytes(256);
        block[0] = (byte) firstByte;
        var sha1 = TestServer.CRYPTO.newSha1();
        sha1.update(data);
        sha1.digest(block, 1);
        block[1] ^= (byte) wrongHashByte;
        System.arraycopy(data, 0, block, 21, data.length);
        return TestServer.CRYPTO.rsaPublic(TestServer.KEY.publicKey(), block);
    }

    private static byte[] number(BigInteger value) {
        return Unsigned.block(value);
    }

    /** Returns RSA_PAD with one byte of its decrypted block changed. */
    private static byte[] damaged(byte[] encrypted, int position) {
        byte[] block = TestServer.CRYPTO.rsaPrivate(TestServer.KEY, encrypted);
        block[position] ^= 1;
        return TestServer.CRYPTO.rsaPublic(TestServer.KEY.publicKey(), block);
    }

    private static List<byte[]> faults(ServerUnderTest server) {
        byte[] right = ServerUnderTest.encrypt(server.inner());
        byte[] data = Outcome.bytes(server.inner());
        BigInteger n = TestServer.KEY.publicKey().modulus();
        List<byte[]> faults = new ArrayList<>();
        faults.add(new byte[0]);
        faults.add(Arrays.copyOf(right, 255));
        faults.add(Arrays.copyOf(right, 257));
        faults.add(new byte[256]);
        faults.add(number(BigInteger.ONE));
        faults.add(number(n));
        faults.add(number(n.add(BigInteger.ONE)));
        faults.add(number(BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.ONE)));
        for (int position : new int[] {1, 31, 32, 100, 223, 224, 255}) {
            faults.add(damaged(right, position));
        }
        faults.add(obsolete(data, 0, 1));
        faults.add(obsolete(data, 1, 0));
        faults.add(obsolete(new byte[100], 0, 0));
        return faults;
    }

    @Test
    @Tag("S5")
    void refusesEveryFault() {
        for (boolean obsolete : new boolean[] {false, true}) {
            int count = faults(server(obsolete)).size();
            for (int i = 0; i < count; i++) {
                ServerUnderTest server = server(obsolete);
                server.refuses(Check.S5, server.reqDhParams(faults(server).get(i)));
            }
        }
    }

    @Test
    @Tag("S14")
    void doesTheSameWorkWhateverIsWrong() {
        for (boolean obsolete : new boolean[] {false, true}) {
            int count = faults(server(obsolete)).size();
            for (int i = 0; i < count; i++) {
                ServerUnderTest server = server(obsolete);
                ReqDHParams query = server.reqDhParams(faults(server).get(i));
                operations.set(0);
                assertEquals(new ServerReply.Refused(Check.S5, -404), server.send(query));
                assertEquals(1, operations.get(), "fault " + i);
            }
        }
    }

    @Test
    @Tag("S5")
    void refusesTheObsoletePaddingWhereItIsNotAllowed() {
        ServerUnderTest server = server(false);
        server.refuses(Check.S5, server.reqDhParams(obsolete(Outcome.bytes(server.inner()), 0, 0)));
    }

    @Test
    @Tag("S5")
    void takesTheObsoletePaddingWhereItIsAllowed() {
        ServerUnderTest server = server(true);
        assertEquals(ANSWER, server.send(server.reqDhParams(obsolete(Outcome.bytes(server.inner()), 0, 0))));
        assertEquals(ServerUnderTest.NOW, server.clock.instant().getEpochSecond());
        assertTrue(server.finish().expiresAt().isEmpty());
    }

    @Test
    void takesTheNewPaddingWhereTheObsoleteOneIsAllowedToo() {
        ServerUnderTest server = server(true);
        assertEquals(ANSWER, server.send(server.reqDhParams()));
        assertNotEquals(0, operations.get());
    }

    @Test
    @Tag("S5")
    void refusesWhatIsNoBlockWhateverTheSubstituteGives() {
        byte[] right = ServerUnderTest.encrypt(server(false).inner());
        var lenient = new CryptoWrapper() {
            @Override
            public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
                return super.rsaPrivate(key, right);
            }
        };
        ServerUnderTest server = new ServerUnderTest(TestServer.options(), lenient, new SeededRandom(31));
        server.refuses(Check.S5, server.reqDhParams(Arrays.copyOf(right, 255)));
    }
}
