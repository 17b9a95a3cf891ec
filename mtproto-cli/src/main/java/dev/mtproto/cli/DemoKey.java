package dev.mtproto.cli;

import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;

/**
 * The RSA key of the demo's data centre. Everybody knows it, and it guards nothing: client and server are this process. To draw
 * a key takes as much time as all the rest of the demo.
 */
final class DemoKey {

    private static final BigInteger P = new BigInteger(
            "d087aa64f49112c38e69a7b6bd267678a3f3b439fbc4b282de177655714e0e3f9da8e0c41daee17927ef4b60573d4493"
                    + "01b13860da385105fac074970bc9d3ef2c330302b4f50f15f6846a8b5eb8bf8185f3c823867398c81b1396d10fc54a5e"
                    + "9511ebe664b623392c68b9ef84b8cb337f406f3cea509c788ebc720d60a30611",
            16);
    private static final BigInteger Q = new BigInteger(
            "d552e8c33ca0bf7bd500c3aedd06d24f1c964f6c1ceb7b4f04643031d33fb9b9b7044252150a0392b1bbf92799a838d6"
                    + "84318dc345dc7f8c65fa8f8fcb1b8df37326451cc58928016c92a3993f09d6843e1ca26fd92d5f9d2081ecb3262621df"
                    + "911eca2b4bb6839e467efc7765d75991a0d46ec848b415c398395bb79d52689f",
            16);
    private static final BigInteger E = BigInteger.valueOf(65537);

    private DemoKey() {}

    static RsaPrivateKey key() {
        BigInteger phi = P.subtract(BigInteger.ONE).multiply(Q.subtract(BigInteger.ONE));
        return new RsaPrivateKey(new RsaPublicKey(P.multiply(Q), E), E.modInverse(phi), P, Q);
    }
}
