package dev.mtproto.transport.obfuscation;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An obfuscated byte stream: AES-256-CTR each way, in place. What a client sends first is a header of 64 bytes that holds the
 * keys and announces the framing; the frames follow without a tag of their own.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation">transport obfuscation</a>
 */
public final class Obfuscation implements StreamLayer {

    /** The length of the header, in bytes. */
    public static final int HEADER_LENGTH = ObfuscationHeader.LENGTH;

    private final AesCtr outgoing;
    private final AesCtr incoming;
    private byte[] header;

    private Obfuscation(AesCtr outgoing, AesCtr incoming, byte[] header) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.header = header;
    }

    /**
     * Starts the stream of a client that speaks to a data centre directly.
     *
     * @param framing the framing of the stream; any but {@link Framing#FULL}
     * @param dc what the header names as data centre; a direct connection need not name any
     * @param crypto the provider
     * @param random where the header is drawn from
     */
    public static Obfuscation direct(Framing framing, OptionalInt dc, Crypto crypto, RandomSource random) {
        if (framing == Framing.FULL) {
            throw new IllegalArgumentException("the full framing has no tag and cannot be used under obfuscation");
        }
        return client(framing, dc, null, crypto, random);
    }

    /**
     * Starts the stream of a client that speaks to a data centre through an MTProxy server.
     *
     * @param framing the framing of the stream, one that the secret allows
     * @param dc the data centre: 10000 more for a test one, negative for a media one
     * @param secret the secret of the proxy
     * @param crypto the provider
     * @param random where the header is drawn from
     */
    public static Obfuscation throughProxy(
            Framing framing, int dc, ProxySecret secret, Crypto crypto, RandomSource random) {
        if (!secret.allows(framing)) {
            throw new IllegalArgumentException(
                    "a secret of the kind " + secret.kind() + " does not allow the framing " + framing.id());
        }
        return client(framing, OptionalInt.of(dc), secret, crypto, random);
    }

    private static Obfuscation client(
            Framing framing, OptionalInt dc, @Nullable ProxySecret secret, Crypto crypto, RandomSource random) {
        dc.ifPresent(Obfuscation::checkDc);
        boolean covered = secret != null && secret.kind() == ProxySecret.Kind.FAKE_TLS;
        byte[] header = ObfuscationHeader.draw(random, covered);
        ObfuscationHeader.announce(header, framing, dc);
        ObfuscationKeys keys = ObfuscationKeys.of(header, secret, crypto);
        AesCtr outgoing = keys.clientStream(crypto);
        byte[] encrypted = header.clone();
        outgoing.apply(encrypted, 0, encrypted.length);
        System.arraycopy(
                encrypted, ObfuscationHeader.TAG, header, ObfuscationHeader.TAG, HEADER_LENGTH - ObfuscationHeader.TAG);
        Obfuscation obfuscation = new Obfuscation(outgoing, keys.serverStream(crypto), header);
        keys.wipe();
        return obfuscation;
    }

    /** Makes the stream of a server behind the header that it received. */
    static Obfuscation server(AesCtr outgoing, AesCtr incoming) {
        return new Obfuscation(outgoing, incoming, new byte[0]);
    }

    @Override
    public void encode(byte[] data, int offset, int length, ByteSink below) {
        outgoing.apply(data, offset, length);
        if (header.length == 0) {
            below.accept(data, offset, length);
            return;
        }
        byte[] first = Arrays.copyOf(header, header.length + length);
        System.arraycopy(data, offset, first, header.length, length);
        header = new byte[0];
        below.accept(first, 0, first.length);
    }

    @Override
    public void decode(byte[] data, int offset, int length, ByteSink above) {
        incoming.apply(data, offset, length);
        above.accept(data, offset, length);
    }

    private static void checkDc(int dc) {
        if (dc != (short) dc) {
            throw new IllegalArgumentException("a data centre has a number of 16 bits, not " + dc);
        }
    }
}
