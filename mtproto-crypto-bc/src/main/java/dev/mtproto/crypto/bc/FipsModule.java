package dev.mtproto.crypto.bc;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.fips.FipsStatus;
import org.jspecify.annotations.Nullable;

/** The state of the validated module. Kept apart so that only its use loads a class of it. */
final class FipsModule {

    private FipsModule() {}

    /** Runs the module's own integrity check and self tests, at the first call; returns what they found, or {@code null}. */
    static @Nullable String obstacle() {
        if (!FipsStatus.isReady() || FipsStatus.isErrorStatus()) {
            return "the module is not ready: " + FipsStatus.getStatusMessage();
        }
        // unpacked, the module calls itself ready all the same, and gives zeros for its checksum
        return checksum().matches("0*")
                ? "the module did not verify its integrity: it has to be loaded from its own, unaltered jar"
                : null;
    }

    /** Returns the module's HMAC-SHA256 over its jar, which it compared with the one inside the jar when it was loaded. */
    private static String checksum() {
        return HexFormat.of().formatHex(FipsStatus.getModuleHMAC());
    }

    /** Tells what is known of the module, a statement each. */
    static List<String> evidence(boolean approvedOnly) {
        return List.of(
                "module status: " + FipsStatus.getStatusMessage() + ", after its own self tests",
                "module integrity: its HMAC-SHA256 over its jar is " + checksum(),
                approvedOnly ? "approved-only mode: in force for the whole JVM" : "approved-only mode: NOT in force",
                nativeVariant().isEmpty()
                        ? "native code: none, the module runs on Java alone"
                        : "native code: " + nativeVariant() + " for " + new TreeSet<>(features()));
    }

    /** Tells whether the seed of the module's generator comes from its own native code. */
    static boolean seedsItself() {
        return !nativeVariant().isEmpty() && features().contains("NRBG");
    }

    private static Set<String> features() {
        return CryptoServicesRegistrar.getNativeServices().getFeatureSet();
    }

    /**
     * Tells whether the whole JVM runs in approved-only mode. Asks on a thread of its own: a thread can be in that mode alone,
     * which restricts no other.
     */
    static boolean approvedOnly() {
        AtomicBoolean answer = new AtomicBoolean();
        Thread fresh = new Thread(() -> answer.set(CryptoServicesRegistrar.isInApprovedOnlyMode()), "bc-fips-mode");
        fresh.start();
        boolean interrupted = false;
        while (true) {
            try {
                fresh.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer.get() && CryptoServicesRegistrar.isInApprovedOnlyMode();
    }

    /** Returns the name of the native code for AES and SHA-2 that the module chose; empty if it runs on Java alone. */
    static String nativeVariant() {
        return CryptoServicesRegistrar.isNativeEnabled()
                        && CryptoServicesRegistrar.getNativeServices().isSupported()
                ? CryptoServicesRegistrar.getNativeServices().getVariant()
                : "";
    }
}
