package dev.mtproto.crypto.spi;

/** What {@link JcaAesIge} may rely on in a JCA provider. Without a trait it takes the slower way that is always right. */
public enum Trait {
    /** {@code Cipher.update} gives out each whole block at once; some native providers hold blocks back. */
    UPDATES_AT_ONCE,
    /** {@code Cipher.init} reads the bytes of the key each time, and never takes one key object for the same key. */
    READS_KEY_AT_INIT
}
