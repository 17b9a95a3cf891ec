package dev.mtproto.tl.codegen;

/**
 * What makes a field be there.
 *
 * @param flags the name of the field that holds the bit
 * @param bit its number, from 0 for the lowest to 31
 */
record Condition(String flags, int bit) {}
