package dev.mtproto.tests.crypto;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import java.util.ArrayList;
import java.util.List;

/** Every backend that can be used here. The JDK's and Bouncy Castle's can everywhere; what is native may be missing. */
final class Backends {

    static final Crypto REFERENCE = Cryptos.open(new CryptoSelection.Named("jdk"));

    /** Those that are compared with the reference. */
    static final List<Crypto> OTHERS = others();

    private Backends() {}

    private static List<Crypto> others() {
        List<Crypto> others = new ArrayList<>();
        others.add(Cryptos.open(new CryptoSelection.Named("bc-fips")));
        for (CryptoCandidate candidate : Cryptos.candidates()) {
            if (candidate.name().equals("accp") && candidate.available()) {
                others.add(Cryptos.open(new CryptoSelection.Named("accp")));
            }
        }
        return others;
    }
}
