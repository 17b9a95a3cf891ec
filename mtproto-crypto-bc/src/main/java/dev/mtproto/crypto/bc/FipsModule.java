package dev.mtproto.crypto.bc;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.fips.FipsStatus;
import org.jspecify.annotations.Nullable;

/** The state of the validated module. Kept apart so that only its use loads a class of it. */
final class FipsModule {

    private FipsModule() {}

    /** Runs the module's own integrity check and self tests, at the first call; returns what they found, or {@code null}. */
    static @Nullable String obstacle() {
        return FipsStatus.isReady() && !FipsStatus.isErrorStatus()
                ? null
                : "the module is not ready: " + FipsStatus.getStatusMessage();
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
