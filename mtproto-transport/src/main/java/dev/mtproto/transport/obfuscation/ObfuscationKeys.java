package dev.mtproto.transport.obfuscation;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an obfuscated stream: those of the client's direction stand in the header, those of the server's in the header
 * read backwards. The end of the header, which is encrypted on the wire, is part of none.
 */
final class ObfuscationKeys {

    private static final int KEY = 8;
    private static final int IV = 40;
    private static final int END = 56;

    final byte[] clientKey;
    final byte[] clientIv;
    final byte[] serverKey;
    final byte[] serverIv;

    private ObfuscationKeys(byte[] header, byte[] reversed) {
        clientKey = Arrays.copyOfRange(header, KEY, IV);
        clientIv = Arrays.copyOfRange(header, IV, END);
        serverKey = Arrays.copyOfRange(reversed, KEY, IV);
        serverIv = Arrays.copyOfRange(reversed, IV, END);
    }

    static ObfuscationKeys of(byte[] header, @Nullable ProxySecret secret, Crypto crypto) {
        byte[] reversed = new byte[ObfuscationHeader.LENGTH];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = header[reversed.length - 1 - i];
        }
        ObfuscationKeys keys = new ObfuscationKeys(header, reversed);
        if (secret != null) {
            byte[] secretKey = secret.key();
            Digest sha256 = crypto.newSha256();
            mix(keys.clientKey, secretKey, sha256);
            mix(keys.serverKey, secretKey, sha256);
            Arrays.fill(secretKey, (byte) 0);
        }
        return keys;
    }

    AesCtr clientStream(Crypto crypto) {
        return crypto.newAesCtr(clientKey, clientIv);
    }

    AesCtr serverStream(Crypto crypto) {
        return crypto.newAesCtr(serverKey, serverIv);
    }

    void wipe() {
        Arrays.fill(clientKey, (byte) 0);
        Arrays.fill(serverKey, (byte) 0);
    }

    private static void mix(byte[] key, byte[] secret, Digest sha256) {
        sha256.update(key);
        sha256.update(secret);
        sha256.digest(key, 0);
    }
}
