/** The cryptographic services of MTProto, and the choice of a provider for them. */
package dev.mtproto.crypto;
