package dev.mtproto.api;

/** No crypto provider fits what was asked for. The message lists every candidate with the reason why it does not. */
public final class CryptoUnavailableException extends MtprotoException {

    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message what was asked for, and each candidate with its reason
     */
    public CryptoUnavailableException(String message) {
        super(null, message, null);
    }
}
