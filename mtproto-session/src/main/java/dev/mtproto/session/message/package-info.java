/** Encrypted messages and the session around them: packing, unpacking and every check on the way, without I/O. */
package dev.mtproto.session.message;
