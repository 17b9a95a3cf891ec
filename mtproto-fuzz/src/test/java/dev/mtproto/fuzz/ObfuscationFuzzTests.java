package dev.mtproto.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor.Result;
import java.util.Arrays;
import java.util.List;

/** The header of an obfuscated stream, and what follows it. */
class ObfuscationFuzzTests {

    private static final ProxySecret SECRET = ProxySecret.plain(new byte[16]);
    private static final ObfuscationAcceptor ACCEPTOR =
            new ObfuscationAcceptor(List.of(SECRET), true, dc -> dc != 0, Fuzz.CRYPTO);

    @FuzzTest
    void accept(byte[] input) {
        if (input.length < Obfuscation.HEADER_LENGTH) {
            return;
        }
        if (ACCEPTOR.accept(input.clone(), 0) instanceof Result.Accepted) {
            Fuzz.feed(
                    () -> {
                        Result again = ACCEPTOR.accept(input.clone(), 0);
                        Obfuscation layer = ((Result.Accepted) again).layer();
                        return (data, offset, length, noted) -> layer.decode(data, offset, length, noted);
                    },
                    input,
                    Obfuscation.HEADER_LENGTH);
        }
    }

    /** The header is a real one; its framing, its data centre and all behind it are arbitrary. */
    @FuzzTest
    void stream(byte[] input) {
        if (input.length < 3) {
            return;
        }
        Framing framing = Framing.values()[(input[0] & 0xff) % 3];
        short dc = (short) ((input[1] & 0xff) << 8 | (input[2] & 0xff));
        Obfuscation client = Obfuscation.throughProxy(framing, dc, SECRET, Fuzz.CRYPTO, Fuzz.random());
        Fuzz.Noted sent = new Fuzz.Noted();
        byte[] body = Arrays.copyOfRange(input, 3, input.length);
        client.encode(body.clone(), 0, body.length, sent);
        byte[] stream = sent.bytes.toByteArray();
        Result result = ACCEPTOR.accept(stream, 0);
        if (dc == 0) {
            assertEquals(0, ((Result.WrongDc) result).dc());
            return;
        }
        Result.Accepted accepted = (Result.Accepted) result;
        assertEquals(framing, accepted.framing());
        Fuzz.Noted received = new Fuzz.Noted();
        accepted.layer().decode(stream, Obfuscation.HEADER_LENGTH, stream.length - Obfuscation.HEADER_LENGTH, received);
        assertEquals(List.of(body.length), List.of(received.bytes.size()));
        assertEquals(Arrays.hashCode(body), Arrays.hashCode(received.bytes.toByteArray()));
    }
}
