package dev.mtproto.crypto;

import java.util.Optional;

/**
 * What a provider is.
 *
 * @param name the name by which it is chosen, such as {@code jdk}
 * @param implementation what does the work, such as {@code SunJCE 17.0.15}
 * @param version the version of the implementation
 * @param nativeCode whether native code does the AES work
 * @param fipsModule the name of the validated module, where there is one
 * @param certificate the certificate as the vendor states it, where there is one
 * @param approvedOnly whether the module runs in a mode that refuses what is not approved
 */
public record CryptoInfo(
        String name,
        String implementation,
        String version,
        boolean nativeCode,
        Optional<String> fipsModule,
        Optional<String> certificate,
        boolean approvedOnly) {

    /** Returns name and implementation on one line, for people. */
    @Override
    public String toString() {
        return name + " (" + implementation + " " + version + (approvedOnly ? ", approved-only mode)" : ")");
    }
}
