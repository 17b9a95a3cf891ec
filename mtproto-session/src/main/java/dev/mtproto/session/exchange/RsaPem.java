package dev.mtproto.session.exchange;

import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class RsaPem {
    private RsaPem() {}

    static List<RsaPublicKey> publicKeys(String pem) {
        Matcher m = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*)-----END \\1-----")
                .matcher(pem);
        List<RsaPublicKey> keys = new ArrayList<>();
        while (m.find()) {
            byte[] der = Base64.getMimeDecoder().decode(m.group(2));
            keys.add(m.group(1).equals("RSA PUBLIC KEY") ? read(der, 4) : read(der, 28));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        return keys;
    }

    private static RsaPublicKey read(byte[] der, int at) {
        int nLength = (der[at + 2] & 255) << 8 | der[at + 3] & 255;
        BigInteger n = new BigInteger(der, at + 4, nLength);
        int e = at + 4 + nLength;
        return new RsaPublicKey(n, new BigInteger(der, e + 2, der[e + 1]));
    }
}
