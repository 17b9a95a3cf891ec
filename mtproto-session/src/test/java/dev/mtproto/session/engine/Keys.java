package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.test.SeededRandom;

/** Keys for tests. */
final class Keys {

    static final Crypto CRYPTO = Cryptos.open();
    static final AuthKey KEY = permanent(1);

    private Keys() {}

    static AuthKey permanent(long seed) {
        return AuthKey.permanent(new SeededRandom(seed).nextBytes(AuthKey.LENGTH), new AuthKeyId(seed + 1000));
    }

    static AuthKey temporary(long seed, long expiresAt) {
        return AuthKey.temporary(
                new SeededRandom(seed).nextBytes(AuthKey.LENGTH), new AuthKeyId(seed + 1000), expiresAt);
    }
}
