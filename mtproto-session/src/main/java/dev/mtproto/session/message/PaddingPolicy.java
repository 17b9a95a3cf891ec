package dev.mtproto.session.message;

import java.util.function.IntSupplier;

/**
 * Chooses how much random padding follows a message: 12 to 1024 bytes, so that the whole is a multiple of 16. More than the
 * least hides the length of the message from an observer.
 *
 * <p>A session refuses a choice that breaks the rule. Implementations are stateless, or safe for use by several threads if
 * several sessions share them.
 *
 * @see <a href="https://core.telegram.org/mtproto/description#encrypted-message-encrypted-data">Encrypted data</a>
 */
@FunctionalInterface
public interface PaddingPolicy {

    /** The least padding, in bytes. */
    int LEAST = 12;

    /** The most padding, in bytes. */
    int MOST = 1024;

    /**
     * Chooses a length.
     *
     * @param unpadded the length of the message with its 32-byte header, in bytes
     * @param random gives random numbers, of all 32 bits, if any are needed
     * @return the length of the padding, in bytes
     */
    int paddingFor(int unpadded, IntSupplier random);

    /** Returns the policy of the least padding: 12 to 27 bytes. */
    static PaddingPolicy minimum() {
        return (unpadded, random) -> PaddingSizes.least(unpadded);
    }

    /**
     * Returns the policy of few sizes: the encrypted part is raised to the next of 64, 128, 192, 256, 384, 512, 768, 1024,
     * 1280, and beyond that to 1280 plus a multiple of 448.
     */
    static PaddingPolicy buckets() {
        return (unpadded, random) -> PaddingSizes.bucket(unpadded + LEAST) - unpadded;
    }

    /**
     * Returns the policy of a random length on top of the least one.
     *
     * @param most how many bytes may come on top, 0 to 997
     * @throws IllegalArgumentException if the number is another
     */
    static PaddingPolicy random(int most) {
        int room = MOST - LEAST - 15;
        if (most < 0 || most > room) {
            throw new IllegalArgumentException("random padding has 0 to " + room + " bytes more, not " + most);
        }
        return (unpadded, random) -> {
            int more = Integer.remainderUnsigned(random.getAsInt(), most + 1);
            return PaddingSizes.least(unpadded + more) + more;
        };
    }
}
