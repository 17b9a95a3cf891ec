package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.Crypto;

/**
 * Offers an implementation of MTProto's cryptography. Found by {@link java.util.ServiceLoader}. An implementation MUST have
 * a public constructor without arguments that loads nothing, and MUST pass the conformance kit of
 * {@code dev.mtproto.testkit}.
 */
public interface CryptoProvider {

    /** Returns the name by which the provider is chosen: lower case letters, digits and dashes; never {@code null}. */
    String name();

    /**
     * Tells whether the provider can be used here. MAY load classes and native code; MUST NOT throw.
     */
    Availability availability();

    /**
     * Opens the provider. Called only after {@link #availability} said that it can be used.
     *
     * @return the services; never {@code null}
     */
    Crypto open();

    /**
     * Returns the provider's place in the selection {@code FASTEST}: of all that can be used the one with the highest number
     * is taken first. The embedded default has 0.
     */
    int speed();

    /**
     * Tells whether the provider may qualify for the selection {@code FIPS}, without loading anything. One that says no is not
     * opened for it; one that says yes, as by default, is opened and asked for its mode.
     */
    default boolean mayBeValidated() {
        return true;
    }
}
