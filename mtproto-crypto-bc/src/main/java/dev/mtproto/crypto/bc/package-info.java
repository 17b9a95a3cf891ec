/** The crypto provider on Bouncy Castle FIPS. */
package dev.mtproto.crypto.bc;
