package dev.mtproto.testkit.conformance;

import dev.mtproto.crypto.AesGcm;
import org.jspecify.annotations.Nullable;

/** An AES-256-GCM that seals wrongly, repeats its nonce, or opens what was altered. */
final class FaultyGcm implements AesGcm {

    private final AesGcm inner;
    private final FaultyCrypto.Fault fault;
    private byte @Nullable [] first;

    FaultyGcm(AesGcm inner, FaultyCrypto.Fault fault) {
        this.inner = inner;
        this.fault = fault;
    }

    @Override
    public byte[] seal(byte[] key, byte[] associated, byte[] plaintext) {
        byte[] sealed = inner.seal(key, associated, plaintext);
        if (fault == FaultyCrypto.Fault.GCM_SEALING) {
            sealed[NONCE] ^= 1;
        }
        byte[] before = first;
        if (fault == FaultyCrypto.Fault.GCM_NONCE && before != null) {
            return before;
        }
        first = sealed;
        return sealed;
    }

    @Override
    public byte @Nullable [] open(byte[] key, byte[] associated, byte[] sealed) {
        byte[] text = inner.open(key, associated, sealed);
        return text == null && fault == FaultyCrypto.Fault.GCM_TAG ? new byte[sealed.length - NONCE - TAG] : text;
    }
}
