package dev.mtproto.client;

import java.util.function.BooleanSupplier;

/**
 * One that looks on.
 *
 * @param listener is told
 * @param wantsMessages whether it wants to be told of each message at the moment
 * @param wantsCalls whether it wants to be told of the end of each call at the moment
 */
record Observer(ConnectionListener listener, BooleanSupplier wantsMessages, BooleanSupplier wantsCalls) {}
