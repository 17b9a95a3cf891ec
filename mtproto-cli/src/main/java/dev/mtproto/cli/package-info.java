/** The commands {@code mtproto demo}, {@code serve}, {@code connect} and {@code bench}. */
package dev.mtproto.cli;
