/** The events that a client leaves in Java's flight recorder. */
package dev.mtproto.client.flight;
