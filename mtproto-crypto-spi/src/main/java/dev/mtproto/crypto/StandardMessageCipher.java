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

/** The message cipher made of a provider's SHA-256 and AES-256-IGE. */
final class StandardMessageCipher implements MessageCipher {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MSG_KEY = 8;
    private static final int QUICK_ACK = 0x8000_0000;

    private final AesIge ige;
    private final Digest sha256;
    private final byte[] authKey = new byte[AuthKey.LENGTH];
    private final long authKeyId;
    private final int sealX;
    private final int openX;
    private final byte[] msgKeyLarge = new byte[32];
    private final byte[] key = new byte[32];
    private final byte[] iv = new byte[32];
    private final byte[] scratch = new byte[64];
    private boolean destroyed;

    StandardMessageCipher(Crypto crypto, AuthKey key, Role role) {
        ige = crypto.newAesIge();
        sha256 = crypto.newSha256();
        key.copyTo(authKey, 0);
        authKeyId = key.id().value();
        sealX = role == Role.CLIENT ? 0 : 8;
        openX = 8 - sealX;
    }

    @Override
    public void seal(byte[] packet, int offset, int plaintextLength) {
        check(packet, offset, plaintextLength);
        hash(packet, offset + HEADER, plaintextLength, sealX);
        LONG.set(packet, offset, authKeyId);
        System.arraycopy(msgKeyLarge, 8, packet, offset + MSG_KEY, 16);
        MessageKdf.v2(sha256, authKey, packet, offset + MSG_KEY, sealX, key, iv, scratch);
        ige.encrypt(key, iv, packet, offset + HEADER, plaintextLength);
        wipe();
    }

    @Override
    @Enforces({Check.M4, Check.M18})
    public boolean open(byte[] packet, int offset, int encryptedLength) {
        check(packet, offset, encryptedLength);
        MessageKdf.v2(sha256, authKey, packet, offset + MSG_KEY, openX, key, iv, scratch);
        ige.decrypt(key, iv, packet, offset + HEADER, encryptedLength);
        hash(packet, offset + HEADER, encryptedLength, openX);
        boolean right = ConstantTime.equal(msgKeyLarge, 8, packet, offset + MSG_KEY, 16);
        if (!right) {
            Arrays.fill(packet, offset + HEADER, offset + HEADER + encryptedLength, (byte) 0);
        }
        wipe();
        return right;
    }

    @Override
    public int quickAckToken() {
        return (int) INT.get(msgKeyLarge, 0) | QUICK_ACK;
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(authKey, (byte) 0);
        Arrays.fill(msgKeyLarge, (byte) 0);
        wipe();
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    private void hash(byte[] data, int offset, int length, int x) {
        sha256.update(authKey, 88 + x, 32);
        sha256.update(data, offset, length);
        sha256.digest(msgKeyLarge, 0);
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

    private void wipe() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(iv, (byte) 0);
        Arrays.fill(scratch, (byte) 0);
    }
}
