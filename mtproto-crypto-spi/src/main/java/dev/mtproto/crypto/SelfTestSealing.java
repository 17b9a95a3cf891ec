package dev.mtproto.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/** The self tests of what seals data at rest. */
final class SelfTestSealing {

    /** What {@link #key} gives. */
    static final byte[] KEY =
            HexFormat.of().parseHex("19c4942e2f0ade1c058cd7673960c0a8bf0d33dee82330f96799aa811bf18d3c");

    /** What {@link #seal} gives: opens again, the altered one does not, no nonce comes twice. */
    static final byte[] VERDICTS = {1, 1, 1};

    private static final byte[] TEXT = SelfTests.sequence(64);
    private static final byte[] SECRET = SelfTests.sequence(AesGcm.KEY);
    private static final byte[] ASSOCIATED = SelfTests.sequence(20);
    private static final byte[] SEALED = HexFormat.of()
            .parseHex("000102030405060708090a0b"
                    + "4703d418c1e0c41c85489d80bde4766293c79527e46e496b207eff9e01741ead21318cdf8be434bf5c8d55c6a4aa0617"
                    + "de6852be6ee395ed07ae102224decbd1a3308b10c498730ee5e4fedd95d317fe");

    private SelfTestSealing() {}

    /** Derives a key of a passphrase, one that validated modules take too, in which a character has two bytes. */
    static byte[] key(Crypto crypto) {
        return crypto.pbkdf2("correct horse battery staple \u00e9".toCharArray(), SelfTests.sequence(16), 3);
    }

    /** Opens a known text; nothing where an altered one is taken too. */
    static byte[] open(Crypto crypto) {
        AesGcm gcm = crypto.newAesGcm();
        byte[] altered = SEALED.clone();
        altered[altered.length - 1] ^= 1;
        byte[] text = gcm.open(SECRET, ASSOCIATED, SEALED);
        return text == null || gcm.open(SECRET, ASSOCIATED, altered) != null ? new byte[0] : text;
    }

    /** Seals twice. The nonces being random, the known answer is that of {@link #open}, which undoes it. */
    static byte[] seal(Crypto crypto) {
        AesGcm gcm = crypto.newAesGcm();
        byte[] one = gcm.seal(SECRET, ASSOCIATED, TEXT);
        byte[] two = gcm.seal(SECRET, ASSOCIATED, TEXT);
        return new byte[] {
            SelfTests.flag(Arrays.equals(TEXT, gcm.open(SECRET, ASSOCIATED, one))),
            SelfTests.flag(gcm.open(SECRET, TEXT, two) == null),
            SelfTests.flag(!Arrays.equals(one, 0, AesGcm.NONCE, two, 0, AesGcm.NONCE))
        };
    }
}
