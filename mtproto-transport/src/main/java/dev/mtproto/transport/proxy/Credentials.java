package dev.mtproto.transport.proxy;

import java.nio.charset.StandardCharsets;

/**
 * A user and password for a proxy. Its text form hides the password.
 *
 * @param user the user, 1 to 255 bytes in UTF-8, without a colon
 * @param password the password, 1 to 255 bytes in UTF-8
 */
public record Credentials(String user, String password) {

    private static final int MOST = 255;

    /** Checks the lengths. */
    public Credentials {
        if (!fits(user) || !fits(password) || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "user and password of a proxy have 1 to " + MOST + " bytes each, the user no colon");
        }
    }

    /** Returns the user, without the password. */
    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }

    private static boolean fits(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return length > 0 && length <= MOST;
    }
}
