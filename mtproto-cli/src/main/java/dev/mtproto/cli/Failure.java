package dev.mtproto.cli;

/** A command that cannot go on; the message is all that the user needs to see. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
