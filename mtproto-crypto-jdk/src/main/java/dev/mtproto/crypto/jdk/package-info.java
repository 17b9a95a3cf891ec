/** The crypto provider on the JDK's own JCA providers. */
package dev.mtproto.crypto.jdk;
