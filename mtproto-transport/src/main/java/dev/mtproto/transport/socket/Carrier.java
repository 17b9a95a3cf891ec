package dev.mtproto.transport.socket;

import dev.mtproto.transport.Framing;
import java.util.Optional;

/** What carries the packets of a connection. */
public enum Carrier {
    /** Frames on the TCP stream as it is. */
    PLAIN("", ""),
    /** Frames under transport obfuscation, without a secret. */
    OBFUSCATED("obfuscated", "obfuscated"),
    /** Frames under transport obfuscation with the secret of an MTProxy server. */
    MTPROXY("mtproxy", "MTProxy"),
    /** The same inside of what looks like TLS. */
    FAKE_TLS("faketls", "MTProxy in fake TLS"),
    /** Obfuscation in WebSocket messages. */
    WEBSOCKET("websocket", "WebSocket"),
    /** Obfuscation in WebSocket messages over TLS. */
    WEBSOCKET_TLS("wss", "WebSocket over TLS"),
    /** The bodies of HTTP requests and responses. */
    HTTP("http", "HTTP long polling"),
    /** The bodies of HTTP requests and responses over TLS. */
    HTTP_TLS("https", "HTTP long polling over TLS");

    private final String id;
    private final String words;

    Carrier(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Returns the name of a transport with this carrier. */
    String id(Optional<Framing> framing) {
        String framed = framing.map(Framing::id).orElse("");
        return id + (id.isEmpty() || framed.isEmpty() ? "" : "_") + framed;
    }

    /** Tells whether packets are the bodies of HTTP requests and responses, which no framing stands around. */
    public boolean isHttp() {
        return this == HTTP || this == HTTP_TLS;
    }

    /** Tells whether it stands on TLS, whose certificates are checked. */
    public boolean isTls() {
        return this == WEBSOCKET_TLS || this == HTTP_TLS;
    }

    /** Tells whether it leads to an MTProxy server, by its secret. */
    public boolean isMtproxy() {
        return this == MTPROXY || this == FAKE_TLS;
    }

    /** Returns it in words; empty for {@link #PLAIN}. */
    public String words() {
        return words;
    }
}
