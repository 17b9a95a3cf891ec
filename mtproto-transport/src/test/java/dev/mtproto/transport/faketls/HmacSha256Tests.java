package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.test.Hex;
import dev.mtproto.transport.TestCrypto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSha256Tests {

    /** Test cases 1 to 4 of RFC 4231. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
                + "dddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    })
    void theStandardsCasesHold(String key, String data, String expected) {
        byte[] code = HmacSha256.of(TestCrypto.JDK, Hex.bytes(key), Hex.bytes(data));
        assertEquals(expected, Hex.of(code));
    }

    @Property(tries = 200)
    void piecesAreOneText(@ForAll @Size(max = 64) byte[] key, @ForAll @Size(max = 300) byte[] data, @ForAll int at)
            throws Exception {
        int cut = Math.floorMod(at, data.length + 1);
        byte[] code = HmacSha256.of(
                TestCrypto.JDK, key, Arrays.copyOf(data, cut), Arrays.copyOfRange(data, cut, data.length));
        byte[] nonEmpty = key.length == 0 ? new byte[1] : key;
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(nonEmpty, "HmacSHA256"));
        assertEquals(Hex.of(mac.doFinal(data)), Hex.of(code));
    }

    @Test
    void aKeyBeyondABlockIsRefused() {
        byte[] text = "text".getBytes(StandardCharsets.US_ASCII);
        assertThrows(IllegalArgumentException.class, () -> HmacSha256.of(TestCrypto.JDK, new byte[65], text));
    }
}
