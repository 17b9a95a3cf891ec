package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.support.BigEndian;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrowserHelloTests {

    private final SeededRandom random = new SeededRandom(17);

    @Test
    void theCompactFormHas517BytesForEveryDomain() {
        for (int length = 1; length <= 182; length++) {
            byte[] hello = BrowserHello.COMPACT.draw("a".repeat(length), random).toByteArray();
            assertEquals(517, hello.length, "domain of " + length);
            assertArrayEquals(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, Arrays.copyOf(hello, 11));
        }
    }

    @Test
    void theLargeFormFitsForEveryDomain() {
        for (int length = 1; length <= 182; length += 20) {
            int total = BrowserHello.LARGE.draw("a".repeat(length), random).toByteArray().length;
            assertTrue(total > 1600 && total < 2100, "domain of " + length + ": " + total);
        }
    }

    @ParameterizedTest
    @EnumSource(BrowserHello.class)
    void theExtensionsAreWholeAndNameTheDomain(BrowserHello form) {
        for (int i = 0; i < 50; i++) {
            byte[] hello = form.draw("proxy.example", random).toByteArray();
            Map<Integer, byte[]> extensions = extensions(hello);
            byte[] name = extensions.get(0);
            assertEquals("proxy.example", new String(name, 5, name.length - 5, StandardCharsets.US_ASCII));
            assertEquals(form == BrowserHello.LARGE, extensions.containsKey(0xfe0d));
            assertEquals(form == BrowserHello.COMPACT, extensions.containsKey(0x15));
            List<Integer> order = List.copyOf(extensions.keySet());
            int last = order.size() - (form == BrowserHello.COMPACT ? 2 : 1);
            assertTrue(isGrease(order.get(0)) && isGrease(order.get(last)), order.toString());
            assertNotEquals(order.get(0), order.get(last));
            assertKeys(extensions.get(0x33), form);
        }
    }

    @Test
    void whatCanDifferDiffers() {
        Set<List<Integer>> orders = new HashSet<>();
        Set<Integer> grease = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            byte[] hello = BrowserHello.COMPACT.draw("example.com", random).toByteArray();
            List<Integer> order = List.copyOf(extensions(hello).keySet());
            grease.add(BigEndian.read16(hello, 78));
            orders.add(order.subList(1, order.size() - 2));
        }
        assertEquals(40, orders.size());
        assertTrue(grease.size() > 5 && grease.stream().allMatch(BrowserHelloTests::isGrease), grease.toString());
    }

    @Test
    void aHelloOfAnotherFormIsRefused() {
        byte[] good = BrowserHello.COMPACT.draw("example.com", random).toByteArray();
        for (int place : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 43}) {
            byte[] bad = good.clone();
            bad[place] ^= 0x40;
            assertThrows(IllegalArgumentException.class, () -> ClientHello.of(bad), "byte " + place);
        }
        assertThrows(IllegalArgumentException.class, () -> ClientHello.of(Arrays.copyOf(good, 60)));
        assertThrows(IllegalArgumentException.class, () -> ClientHello.of(Arrays.copyOf(good, 516)));
    }

    /** Every key share is a point of the large subgroup's curve, as a real key is. */
    private static void assertKeys(byte[] extension, BrowserHello form) {
        int shares = 0;
        for (int i = 2; i < extension.length; i += 4 + BigEndian.read16(extension, i + 2)) {
            int group = BigEndian.read16(extension, i);
            int length = BigEndian.read16(extension, i + 2);
            if (group == 0x1d || group == 0x11ec) {
                shares++;
                byte[] key = Arrays.copyOfRange(extension, i + 4 + length - 32, i + 4 + length);
                assertTrue(PublicKeyShape.isOnCurve(littleEndian(key)), "share of group " + group);
            }
            if (group == 0x11ec) {
                assertEquals(1184 + 32, length);
                for (int j = i + 4; j < i + 4 + 1152; j += 3) {
                    int first = extension[j] & 0xff | (extension[j + 1] & 0x0f) << 8;
                    int second = (extension[j + 1] & 0xf0) >>> 4 | (extension[j + 2] & 0xff) << 4;
                    assertTrue(first < 3329 && second < 3329);
                }
            }
        }
        assertEquals(form == BrowserHello.LARGE ? 2 : 1, shares);
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    private static boolean isGrease(int value) {
        return (value & 0x0f0f) == 0x0a0a && value >>> 8 == (value & 0xff);
    }

    /** Reads the extensions; all lengths have to add up to the end of the record. */
    private static Map<Integer, byte[]> extensions(byte[] hello) {
        int position = 76 + 2 + BigEndian.read16(hello, 76) + 2;
        assertEquals(hello.length, position + 2 + BigEndian.read16(hello, position));
        Map<Integer, byte[]> extensions = new LinkedHashMap<>();
        position += 2;
        while (position < hello.length) {
            int length = BigEndian.read16(hello, position + 2);
            byte[] body = Arrays.copyOfRange(hello, position + 4, position + 4 + length);
            assertEquals(null, extensions.put(BigEndian.read16(hello, position), body));
            position += 4 + length;
        }
        assertEquals(hello.length, position);
        return extensions;
    }
}
