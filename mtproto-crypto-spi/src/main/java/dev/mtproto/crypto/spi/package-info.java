/** What the author of a crypto provider implements. */
package dev.mtproto.crypto.spi;
