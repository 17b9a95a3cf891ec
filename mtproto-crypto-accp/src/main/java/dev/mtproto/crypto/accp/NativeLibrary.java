package dev.mtproto.crypto.accp;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.jspecify.annotations.Nullable;

/** Loads the native library; kept apart so that only its use loads a class of ACCP. */
final class NativeLibrary {

    private NativeLibrary() {}

    static @Nullable Throwable loadingError() {
        return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
    }
}
