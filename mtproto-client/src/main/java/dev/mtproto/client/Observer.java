package dev.mtproto.client;

import dev.mtproto.client.flight.FlightRecords;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One that looks on.
 *
 * @param listener is told
 * @param wantsMessages whether it wants to be told of each message at the moment
 * @param wantsCalls whether it wants to be told of the end of each call at the moment
 */
record Observer(ConnectionListener listener, BooleanSupplier wantsMessages, BooleanSupplier wantsCalls) {

    /** Returns the one that writes to the flight recorder; empty where this JVM has none. */
    static Optional<Observer> flightRecorder() {
        try {
            FlightRecords records = new FlightRecords();
            return Optional.of(new Observer(records, records::wantsMessages, records::wantsCalls));
        } catch (NoClassDefFoundError e) {
            return Optional.empty();
        }
    }
}
