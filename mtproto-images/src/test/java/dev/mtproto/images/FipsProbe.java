package dev.mtproto.images;

import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.fips.FipsStatus;

/** Run inside the image {@code fips}: prints the state of the module. */
final class FipsProbe {

    private FipsProbe() {}

    public static void main(String[] args) {
        System.out.println("ready=" + FipsStatus.isReady());
        System.out.println("approved_only=" + CryptoServicesRegistrar.isInApprovedOnlyMode());
        System.out.println("hmac=" + HexFormat.of().formatHex(FipsStatus.getModuleHMAC()));
    }
}
