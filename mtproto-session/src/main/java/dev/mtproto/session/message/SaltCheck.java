package dev.mtproto.session.message;

/** Tells a server's session which salts it takes. The salts belong to the auth key: its sessions share one object. */
public interface SaltCheck {

    /**
     * Tells whether a message with the given salt is taken now.
     *
     * @param salt the salt that a message carries
     */
    boolean accepts(long salt);

    /** Returns the salt that clients are told to use now. */
    long current();
}
