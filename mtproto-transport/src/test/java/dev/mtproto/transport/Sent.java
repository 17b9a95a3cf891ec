package dev.mtproto.transport;

import dev.mtproto.test.Hex;
import java.io.ByteArrayOutputStream;

/** Collects the bytes that a codec hands on. */
public final class Sent implements ByteSink {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void accept(byte[] data, int offset, int length) {
        bytes.write(data, offset, length);
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    public String hex() {
        return Hex.of(bytes.toByteArray());
    }
}
