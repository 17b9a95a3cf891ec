package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Fingerprint;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all exchanges of a server share.
 *
 * @param options how they are run
 * @param crypto the primitives
 * @param random where nonces, primes, keys and paddings come from
 * @param clock the server's clock
 * @param registry where the keys go
 * @param keys the RSA keys by fingerprint
 * @param offered the fingerprints in resPQ
 */
record ServerContext(
        ServerExchangeOptions options,
        Crypto crypto,
        RandomSource random,
        InstantSource clock,
        AuthKeyRegistry registry,
        Map<Long, RsaPrivateKey> keys,
        List<Long> offered) {

    @Enforces({Check.H11, Check.H12, Check.H13})
    static ServerContext of(
            ServerExchangeOptions options,
            Crypto crypto,
            RandomSource random,
            InstantSource clock,
            AuthKeyRegistry registry) {
        BigInteger p = options.dhPrime();
        if (!DhCheck.isFullSize(p)
                || !DhCheck.isGenerator(options.g(), p)
                || !KnownPrimes.SHARED.isSafePrime(p, crypto)) {
            throw new IllegalArgumentException(
                    "the group has to be a safe prime of 2048 bits with a generator of 2 to 7");
        }
        Map<Long, RsaPrivateKey> keys = new LinkedHashMap<>();
        for (RsaPrivateKey key : options.keys()) {
            keys.put(ServerKeys.fingerprint(key.publicKey(), crypto).value(), key);
        }
        Set<Long> offered = new LinkedHashSet<>();
        options.announced().stream().map(Fingerprint::value).forEach(offered::add);
        offered.addAll(keys.keySet());
        return new ServerContext(options, crypto, random, clock, registry, Map.copyOf(keys), List.copyOf(offered));
    }
}
