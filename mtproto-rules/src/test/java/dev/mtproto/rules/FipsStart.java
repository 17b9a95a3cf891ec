package dev.mtproto.rules;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import java.security.Provider;

/** A program that asks for the selection FIPS and prints what came of it. */
final class FipsStart {

    private FipsStart() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        if (Boolean.getBoolean("load.module.first")) {
            Class.forName("org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider")
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance();
        }
        try {
            System.out.println("opened " + Cryptos.open(CryptoSelection.FIPS).info());
        } catch (CryptoUnavailableException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
