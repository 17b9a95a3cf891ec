package dev.mtproto.tl.codegen;

/**
 * The text of a definition, without comments and the closing semicolon.
 *
 * @param text one space between words
 * @param isFunction whether it stands in the part for functions
 * @param location where it starts
 */
record Statement(String text, boolean isFunction, Location location) {}
