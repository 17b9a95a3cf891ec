package dev.mtproto.transport.proxy;

import dev.mtproto.api.TransportException;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.support.Gathered;
import dev.mtproto.transport.support.HttpText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a SOCKS5 proxy for a connection, with a user and password where they are given.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1928">RFC 1928</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1929">RFC 1929</a>
 */
public final class Socks5 implements Handshake {

    private static final int VERSION = 5;
    private static final int NO_AUTHENTICATION = 0;
    private static final int PASSWORD = 2;
    private static final int REPLY_START = 5;

    private enum State {
        METHOD,
        PASSWORD_VERDICT,
        REPLY
    }

    private final Optional<Credentials> credentials;
    private final byte[] target;
    private final Gathered gathered = new Gathered();
    private State state = State.METHOD;

    /**
     * Makes the request of one connection.
     *
     * @param host the host that the proxy shall connect to; it looks up names
     * @param port the port
     * @param credentials what the proxy asks for, if anything
     */
    public Socks5(String host, int port, Optional<Credentials> credentials) {
        this.target = Socks5Target.bytes(HttpText.checked(host), Ports.checked(port));
        this.credentials = credentials;
    }

    @Override
    public byte[] start() {
        return credentials.isPresent()
                ? new byte[] {VERSION, 2, NO_AUTHENTICATION, PASSWORD}
                : new byte[] {VERSION, 1, NO_AUTHENTICATION};
    }

    @Override
    public Step receive(byte[] data, int offset, int length) {
        int consumed = gathered.fill(data, offset, length, state == State.REPLY ? REPLY_START : 2);
        if (state == State.REPLY && gathered.length() >= REPLY_START) {
            consumed += gathered.fill(data, offset + consumed, length - consumed, replyLength());
            return gathered.length() < replyLength() ? Step.needMore(consumed) : Step.done(consumed);
        }
        if (state == State.REPLY || gathered.length() < 2) {
            return Step.needMore(consumed);
        }
        byte[] next = state == State.METHOD ? answerToMethod() : requestAfterVerdict();
        gathered.clear();
        return Step.reply(next, consumed);
    }

    private byte[] answerToMethod() {
        expect(gathered.at(0) == VERSION, "the proxy does not speak SOCKS5");
        int method = gathered.at(1);
        if (method == PASSWORD && credentials.isPresent()) {
            state = State.PASSWORD_VERDICT;
            return login(credentials.get());
        }
        expect(
                method == NO_AUTHENTICATION,
                credentials.isPresent()
                        ? "the SOCKS proxy takes no user and password"
                        : "the SOCKS proxy asks for authentication");
        state = State.REPLY;
        return request();
    }

    private byte[] requestAfterVerdict() {
        expect(gathered.at(1) == 0, "the SOCKS proxy refused the user or password");
        state = State.REPLY;
        return request();
    }

    /** Returns the length of the reply, once its first bytes are there and speak of success. */
    private int replyLength() {
        expect(gathered.at(0) == VERSION, "the proxy does not speak SOCKS5");
        expect(gathered.at(1) == 0, "the SOCKS proxy refused the connection: " + reason(gathered.at(1)));
        return switch (gathered.at(3)) {
            case Socks5Target.IPV4 -> 4 + 4 + 2;
            case Socks5Target.IPV6 -> 4 + 16 + 2;
            case Socks5Target.NAME -> 4 + 1 + gathered.at(4) + 2;
            default -> throw new TransportException("the SOCKS proxy names an address of an unknown kind", null);
        };
    }

    private byte[] request() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {VERSION, 1, 0});
        out.writeBytes(target);
        return out.toByteArray();
    }

    private static byte[] login(Credentials credentials) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        for (String part : new String[] {credentials.user(), credentials.password()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new TransportException(otherwise, null);
        }
    }

    private static String reason(int code) {
        return switch (code) {
            case 1 -> "general failure";
            case 2 -> "not allowed by its rules";
            case 3 -> "network unreachable";
            case 4 -> "host unreachable";
            case 5 -> "connection refused";
            case 6 -> "expired on the way";
            case 7 -> "command not supported";
            case 8 -> "kind of address not supported";
            default -> "code " + code;
        };
    }
}
