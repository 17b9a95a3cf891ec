package dev.mtproto.transport.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.FrameHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Packets of words, padded with spaces to the length of an encrypted message, and what came of them. */
final class Packets implements FrameHandler {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> lines = new ArrayList<>();

    static PacketBuffer of(String words) {
        byte[] bytes = padded(words).getBytes(StandardCharsets.US_ASCII);
        PacketBuffer packet = new PacketBuffer();
        packet.reset(bytes.length);
        System.arraycopy(bytes, 0, packet.array(), packet.offset(), bytes.length);
        return packet;
    }

    /** Receives one packet, which has to be this one. */
    void next(FramedSocket from, String words) {
        while (lines.isEmpty()) {
            assertEquals(FramedSocket.Received.BYTES, from.receive(this, LONG));
        }
        assertEquals(List.of(padded(words)), taken());
    }

    /** Returns what came, and forgets it. */
    List<String> taken() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    private static String padded(String words) {
        StringBuilder padded = new StringBuilder(words);
        while (padded.length() < 40 || padded.length() % 16 != 8) {
            padded.append(' ');
        }
        return padded.toString();
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        lines.add(new String(array, offset, length, StandardCharsets.US_ASCII));
    }

    @Override
    public void quickAck(int token) {
        lines.add("quick ack " + Integer.toHexString(token));
    }

    @Override
    public void error(int code) {
        lines.add("error " + code);
    }
}
