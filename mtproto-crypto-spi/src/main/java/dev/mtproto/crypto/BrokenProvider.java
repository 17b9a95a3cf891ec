package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;

/** Stands in the list of candidates for a provider that could not even be instantiated. */
record BrokenProvider(String reason) implements CryptoProvider {

    @Override
    public String name() {
        return "(unloadable)";
    }

    @Override
    public Availability availability() {
        return new Availability.Unavailable(reason);
    }

    @Override
    public Crypto open() {
        throw new CryptoUnavailableException(reason);
    }

    @Override
    public int speed() {
        return Integer.MIN_VALUE;
    }
}
