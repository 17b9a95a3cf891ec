package dev.mtproto.cli;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.tl.schema.Config;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * What a client job found out.
 *
 * @param server the address of the server
 * @param authKeyId the id of the key that was made
 * @param timeOffset the server's time minus the local one
 * @param salt the salt at the end
 * @param crypto what did the cryptography
 * @param connected how long connecting and the key exchange took
 * @param ping how long the ping took
 * @param config the answer to help.getConfig
 */
record JobResult(
        InetSocketAddress server,
        AuthKeyId authKeyId,
        Duration timeOffset,
        Salt salt,
        CryptoInfo crypto,
        Duration connected,
        Duration ping,
        Config config) {}
