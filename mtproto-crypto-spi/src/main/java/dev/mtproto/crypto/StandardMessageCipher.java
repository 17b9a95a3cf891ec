package dev.mtproto.crypto;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/** The message cipher made of a provider's SHA-256 and AES-256-IGE, which it borrows for each message. */
final class StandardMessageCipher implements MessageCipher {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MSG_KEY = 8;
    private static final int QUICK_ACK = 0x8000_0000;

    private final MessageWorkbenches benches;
    private final byte[] authKey = new byte[AuthKey.LENGTH];
    private final long authKeyId;
    private final int sealX;
    private final int openX;
    private int quickAckToken;
    private boolean destroyed;

    StandardMessageCipher(Crypto crypto, AuthKey key, Role role) {
        benches = MessageWorkbenches.of(crypto);
        key.copyTo(authKey, 0);
        authKeyId = key.id().value();
        sealX = role == Role.CLIENT ? 0 : 8;
        openX = 8 - sealX;
    }

    @Override
    public void seal(byte[] packet, int offset, int plaintextLength) {
        check(packet, offset, plaintextLength);
        MessageWorkbench bench = benches.take();
        hash(bench, packet, offset + HEADER, plaintextLength, sealX);
        LONG.set(packet, offset, authKeyId);
        System.arraycopy(bench.msgKeyLarge, 8, packet, offset + MSG_KEY, 16);
        derive(bench, packet, offset, sealX);
        bench.ige.encrypt(bench.key, bench.iv, packet, offset + HEADER, plaintextLength);
        end(bench);
    }

    @Override
    @Enforces({Check.M4, Check.M18})
    public boolean open(byte[] packet, int offset, int encryptedLength) {
        check(packet, offset, encryptedLength);
        MessageWorkbench bench = benches.take();
        derive(bench, packet, offset, openX);
        bench.ige.decrypt(bench.key, bench.iv, packet, offset + HEADER, encryptedLength);
        hash(bench, packet, offset + HEADER, encryptedLength, openX);
        boolean right = ConstantTime.equal(bench.msgKeyLarge, 8, packet, offset + MSG_KEY, 16);
        if (!right) {
            Arrays.fill(packet, offset + HEADER, offset + HEADER + encryptedLength, (byte) 0);
        }
        end(bench);
        return right;
    }

    @Override
    public int quickAckToken() {
        return quickAckToken;
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(authKey, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    private void hash(MessageWorkbench bench, byte[] data, int offset, int length, int x) {
        bench.sha256.update(authKey, 88 + x, 32);
        bench.sha256.update(data, offset, length);
        bench.sha256.digest(bench.msgKeyLarge, 0);
        quickAckToken = (int) INT.get(bench.msgKeyLarge, 0) | QUICK_ACK;
    }

    private void derive(MessageWorkbench bench, byte[] packet, int offset, int x) {
        MessageKdf.v2(bench.sha256, authKey, packet, offset + MSG_KEY, x, bench.key, bench.iv, bench.scratch);
    }

    /** Gives a workbench back, clean. It does not come here if a primitive failed: nobody knows what it holds then. */
    private void end(MessageWorkbench bench) {
        bench.wipe();
        benches.giveBack(bench);
    }

    private void check(byte[] packet, int offset, int length) {
        if (destroyed) {
            throw new IllegalStateException("the message cipher was destroyed");
        }
        if (length <= 0 || length % AesIge.BLOCK != 0) {
            throw new IllegalArgumentException("the text has a positive multiple of 16 bytes, not " + length);
        }
        // before anything is hashed: a digest must not keep half of a message that failed
        Objects.checkFromIndexSize(offset, (long) HEADER + length, packet.length);
    }
}
