package dev.mtproto.transport.socket;

/** What carries the frames of a connection. */
public enum Carrier {
    /** The TCP stream as it is. */
    PLAIN("", ""),
    /** Transport obfuscation, without a secret. */
    OBFUSCATED("obfuscated_", "obfuscated"),
    /** Transport obfuscation with the secret of an MTProxy server. */
    MTPROXY("mtproxy_", "MTProxy"),
    /** The same inside of what looks like TLS. */
    FAKE_TLS("faketls_", "MTProxy in fake TLS"),
    /** Obfuscation in WebSocket messages. */
    WEBSOCKET("websocket_", "WebSocket"),
    /** Obfuscation in WebSocket messages over TLS. */
    WEBSOCKET_TLS("wss_", "WebSocket over TLS");

    private final String prefix;
    private final String words;

    Carrier(String prefix, String words) {
        this.prefix = prefix;
        this.words = words;
    }

    /** Returns what stands before the framing in the name of a transport; empty for {@link #PLAIN}. */
    String prefix() {
        return prefix;
    }

    /** Returns it in words; empty for {@link #PLAIN}. */
    public String words() {
        return words;
    }
}
