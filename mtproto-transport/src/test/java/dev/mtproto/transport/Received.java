package dev.mtproto.transport;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Notes what a decoder hands on, each as one line. */
public final class Received implements FrameHandler {

    public final List<String> lines = new ArrayList<>();

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        lines.add(packetLine(HexFormat.of().formatHex(array, offset, offset + length), wantsQuickAck));
    }

    @Override
    public void quickAck(int token) {
        lines.add("quick ack " + Integer.toHexString(token));
    }

    @Override
    public void error(int code) {
        lines.add("error " + code);
    }

    @Override
    public void noop() {
        lines.add("noop");
    }

    public static String packetLine(String hex, boolean wantsQuickAck) {
        return (wantsQuickAck ? "packet, quick ack wanted, " : "packet ") + hex;
    }
}
