/** Transport obfuscation, also called obfuscated2: a header of 64 bytes and AES-CTR behind it. */
package dev.mtproto.transport.obfuscation;
