package dev.mtproto.transport.obfuscation;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.Framing;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The first 64 bytes of an obfuscated stream, before their end is encrypted. */
final class ObfuscationHeader {

    static final int LENGTH = 64;
    static final int TAG = 56;
    static final int DC = 60;
    private static final int TAG_LENGTH = 4;

    /** What other transports begin with; a server would take the stream for one of them. */
    private static final List<byte[]> FORBIDDEN = List.of(
            bytes("ef"),
            bytes("48454144"),
            bytes("504f5354"),
            bytes("47455420"),
            bytes("4f505449"),
            bytes("160301"),
            bytes("dddddddd"),
            bytes("eeeeeeee"));

    private ObfuscationHeader() {}

    /**
     * Draws a header.
     *
     * @param covered whether the stream stands inside of another cover, where any beginning will do
     */
    @Enforces(Check.T8)
    static byte[] draw(RandomSource random, boolean covered) {
        byte[] header = random.nextBytes(LENGTH);
        while (!covered && isForbidden(header)) {
            random.nextBytes(header, 0, LENGTH);
        }
        return header;
    }

    static boolean isForbidden(byte[] header) {
        for (byte[] beginning : FORBIDDEN) {
            if (Arrays.equals(header, 0, beginning.length, beginning, 0, beginning.length)) {
                return true;
            }
        }
        return (header[4] | header[5] | header[6] | header[7]) == 0;
    }

    /** Writes the framing and the data centre. */
    static void announce(byte[] header, Framing framing, OptionalInt dc) {
        Arrays.fill(header, TAG, TAG + TAG_LENGTH, framing.tag()[0]);
        dc.ifPresent(value -> {
            header[DC] = (byte) value;
            header[DC + 1] = (byte) (value >> 8);
        });
    }

    /** Returns the framing that a decrypted header announces, null if none. */
    static @Nullable Framing framing(byte[] plain) {
        for (Framing framing : Framing.values()) {
            byte[] tag = framing.tag();
            if (tag.length > 0 && isTag(plain, tag[0])) {
                return framing;
            }
        }
        return null;
    }

    /** Returns the data centre that a decrypted header names. */
    static int dc(byte[] plain) {
        return (short) ((plain[DC] & 0xff) | plain[DC + 1] << 8);
    }

    private static boolean isTag(byte[] plain, byte value) {
        for (int i = 0; i < TAG_LENGTH; i++) {
            if (plain[TAG + i] != value) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
