package dev.mtproto.crypto;

/** AES-256-IGE by up to three ciphers: one that encrypts, and one each that decrypts short and long texts. */
final class CombinedIge implements AesIge {

    private final AesIge encryptor;
    private final AesIge ofShort;
    private final AesIge ofLong;
    private final int longFrom;

    CombinedIge(AesIge encryptor, AesIge ofShort, AesIge ofLong, int longFrom) {
        this.encryptor = encryptor;
        this.ofShort = ofShort;
        this.ofLong = ofLong;
        this.longFrom = longFrom;
    }

    @Override
    public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        encryptor.encrypt(key, iv, data, offset, length);
    }

    @Override
    public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        (length < longFrom ? ofShort : ofLong).decrypt(key, iv, data, offset, length);
    }
}
