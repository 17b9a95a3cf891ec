package dev.mtproto.crypto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Several providers as one: each operation is done by the one that a fact names, and by the first where there is none. */
final class CombinedCrypto implements Crypto {

    static final String NAME = "fastest";

    private final Crypto first;
    private final Map<CryptoOperation, Crypto> others = new EnumMap<>(CryptoOperation.class);
    private final int decryptionFrom;
    private final List<Crypto> all = new ArrayList<>();

    CombinedCrypto(Crypto first, Map<String, Crypto> helpers, List<SpeedFact> facts) {
        this.first = first;
        all.add(first);
        all.addAll(helpers.values());
        int from = 0;
        for (SpeedFact fact : facts) {
            Crypto helper = helpers.get(fact.provider());
            if (helper == null) {
                continue;
            }
            if (fact.from() > 0 && fact.operation() != CryptoOperation.AES_DECRYPTION) {
                throw new IllegalStateException("only decryption goes by length, not " + fact.operation());
            }
            from = Math.max(from, fact.from());
            others.put(fact.operation(), helper);
        }
        decryptionFrom = from;
    }

    private Crypto by(CryptoOperation operation) {
        return others.getOrDefault(operation, first);
    }

    @Override
    public CryptoInfo info() {
        return new CryptoInfo(
                NAME,
                joined(CryptoInfo::implementation),
                joined(CryptoInfo::version),
                all.stream().anyMatch(crypto -> crypto.info().nativeCode()),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private String joined(Function<CryptoInfo, String> text) {
        return String.join(" + ", all.stream().map(Crypto::info).map(text).toList());
    }

    @Override
    public AesIge newAesIge() {
        Map<Crypto, AesIge> made = new LinkedHashMap<>();
        AesIge encryptor = made.computeIfAbsent(by(CryptoOperation.AES_ENCRYPTION), Crypto::newAesIge);
        AesIge decryptor = made.computeIfAbsent(by(CryptoOperation.AES_DECRYPTION), Crypto::newAesIge);
        AesIge ofShort = decryptionFrom == 0 ? decryptor : made.computeIfAbsent(first, Crypto::newAesIge);
        return new CombinedIge(encryptor, ofShort, decryptor, decryptionFrom);
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        return by(CryptoOperation.AES_CTR).newAesCtr(key, iv);
    }

    @Override
    public AesGcm newAesGcm() {
        return by(CryptoOperation.AES_GCM).newAesGcm();
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        return by(CryptoOperation.PBKDF2).pbkdf2(passphrase, salt, iterations);
    }

    @Override
    public Digest newSha1() {
        return by(CryptoOperation.SHA1).newSha1();
    }

    @Override
    public Digest newSha256() {
        return by(CryptoOperation.SHA256).newSha256();
    }

    @Override
    public RandomSource random() {
        return by(CryptoOperation.RANDOM).random();
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return by(CryptoOperation.DIFFIE_HELLMAN).modPow(base, exponent, modulus);
    }

    @Override
    public boolean isProbablePrime(BigInteger n) {
        return by(CryptoOperation.PRIMALITY).isProbablePrime(n);
    }

    @Override
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        return by(CryptoOperation.RSA_PUBLIC).rsaPublic(key, block);
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        return by(CryptoOperation.RSA_PRIVATE).rsaPrivate(key, block);
    }

    @Override
    public RsaPrivateKey newRsaKey() {
        return by(CryptoOperation.RSA_KEY_GENERATION).newRsaKey();
    }

    @Override
    public List<ComplianceRow> compliance() {
        ComplianceReport firstReport = ComplianceReport.of(first);
        List<ComplianceRow> rows = new ArrayList<>();
        for (ComplianceRow row : firstReport.rows()) {
            Crypto other = others.get(row.operation());
            ComplianceRow done =
                    other == null ? row : ComplianceReport.of(other).row(row.operation());
            boolean split = row.operation() == CryptoOperation.AES_DECRYPTION && decryptionFrom > 0;
            rows.add(split ? split(row, done) : done);
        }
        return rows;
    }

    private ComplianceRow split(ComplianceRow ofShort, ComplianceRow ofLong) {
        return new ComplianceRow(
                ofShort.operation(),
                ofShort.algorithm() + "; from " + decryptionFrom + " bytes " + ofLong.algorithm(),
                ofShort.service() + "; " + ofLong.service(),
                ofShort.module() + "; " + ofLong.module(),
                false,
                ofShort.note());
    }
}
