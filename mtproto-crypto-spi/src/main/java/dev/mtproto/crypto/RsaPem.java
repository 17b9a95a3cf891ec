package dev.mtproto.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * RSA keys of 2048 bits as PEM text: public ones in the forms {@code RSA PUBLIC KEY} (PKCS#1) and {@code PUBLIC KEY}
 * (SubjectPublicKeyInfo), private ones as {@code RSA PRIVATE KEY} (PKCS#1) and {@code PRIVATE KEY} (PKCS#8). A text may hold
 * several blocks; what stands between them is skipped. No JCA provider is involved.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a> and
 *     <a href="https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1">RFC 8017, appendix A.1</a>
 */
public final class RsaPem {

    private static final String PUBLIC_PKCS1 = "RSA PUBLIC KEY";
    private static final String PUBLIC_SPKI = "PUBLIC KEY";
    private static final String PRIVATE_PKCS1 = "RSA PRIVATE KEY";
    private static final String PRIVATE_PKCS8 = "PRIVATE KEY";

    private RsaPem() {}

    /**
     * Reads every public key of a text.
     *
     * @param pem the text, at most 1 MiB
     * @return the keys in their order, at least one
     * @throws IllegalArgumentException if there is none, or a block is not such a key; names the block by its number
     */
    public static List<RsaPublicKey> readPublic(String pem) {
        return readAll(
                pem, "a public RSA key is \"RSA PUBLIC KEY\" or \"PUBLIC KEY\"", block -> switch (block.label()) {
                    case PUBLIC_PKCS1 -> RsaDer.readPublic(block.der());
                    case PUBLIC_SPKI -> RsaDer.readSubjectPublicKeyInfo(block.der());
                    default -> null;
                });
    }

    /**
     * Reads every private key of a text.
     *
     * @param pem the text, at most 1 MiB
     * @return the keys in their order, at least one
     * @throws IllegalArgumentException if there is none, or a block is not such a key; names the block by its number
     */
    public static List<RsaPrivateKey> readPrivate(String pem) {
        return readAll(
                pem, "a private RSA key is \"RSA PRIVATE KEY\" or \"PRIVATE KEY\"", block -> switch (block.label()) {
                    case PRIVATE_PKCS1 -> RsaDer.readPrivate(block.der());
                    case PRIVATE_PKCS8 -> RsaDer.readPkcs8(block.der());
                    default -> null;
                });
    }

    /** Writes a public key in the form {@code RSA PUBLIC KEY}, as Telegram publishes its own. */
    public static String write(RsaPublicKey key) {
        return text(PUBLIC_PKCS1, RsaDer.write(key));
    }

    /** Writes a public key in the form {@code PUBLIC KEY}. */
    public static String writeSubjectPublicKeyInfo(RsaPublicKey key) {
        return text(PUBLIC_SPKI, RsaDer.writeSubjectPublicKeyInfo(key));
    }

    /** Writes a private key in the form {@code RSA PRIVATE KEY}. The text is secret. */
    public static String write(RsaPrivateKey key) {
        return text(PRIVATE_PKCS1, RsaDer.write(key));
    }

    /** Writes a private key in the form {@code PRIVATE KEY}. The text is secret. */
    public static String writePkcs8(RsaPrivateKey key) {
        return text(PRIVATE_PKCS8, RsaDer.writePkcs8(key));
    }

    private static <K> List<K> readAll(String pem, String wanted, Function<PemBlock, @Nullable K> reader) {
        List<K> keys = new ArrayList<>();
        for (PemBlock block : PemBlock.split(pem)) {
            try {
                K key = reader.apply(block);
                if (key == null) {
                    throw new IllegalArgumentException("it is a \"" + block.label() + "\"; " + wanted);
                }
                keys.add(key);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("PEM block " + block.number() + ": " + e.getMessage(), e);
            } finally {
                Arrays.fill(block.der(), (byte) 0);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the text holds no PEM block; " + wanted);
        }
        return List.copyOf(keys);
    }

    private static String text(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Arrays.fill(der, (byte) 0);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
