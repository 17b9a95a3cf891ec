/** Targets for Jazzer: whatever the bytes are, they are taken or refused, in the way that is said. */
@org.jspecify.annotations.NullMarked
package dev.mtproto.fuzz;
