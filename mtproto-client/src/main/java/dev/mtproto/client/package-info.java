/** A client of MTProto servers: connects, makes an auth key, and invokes functions. */
package dev.mtproto.client;
