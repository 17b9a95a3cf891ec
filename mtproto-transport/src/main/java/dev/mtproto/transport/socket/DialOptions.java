package dev.mtproto.transport.socket;

import dev.mtproto.crypto.Crypto;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What connecting needs beside a transport.
 *
 * @param dc the data centre that an MTProxy server is asked for: 10000 more for a test one, negative for a media one
 * @param crypto what does the cryptography; headers, paddings and hellos are drawn from its random source
 * @param clock the time, which a fake TLS hello shows
 * @param timeout the longest time that connecting may take, with all that is said before the first packet
 * @param limit the longest packet that is received, in bytes
 */
public record DialOptions(int dc, Crypto crypto, InstantSource clock, Duration timeout, int limit) {}
