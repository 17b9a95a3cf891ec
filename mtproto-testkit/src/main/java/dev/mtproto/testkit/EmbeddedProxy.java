package dev.mtproto.testkit;

import dev.mtproto.transport.socket.ConnectionThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy inside this JVM, at a free loopback port: SOCKS5 or the HTTP method CONNECT, by the first byte of a connection. It
 * is written without the codecs of this library. For tests: it sets no limits. Safe for use by several threads.
 */
public final class EmbeddedProxy implements AutoCloseable {

    private static final int SOCKS5 = 5;
    private static final byte[] ACCEPTED = {SOCKS5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private final LoopbackListener listener;
    private final String user;
    private final String password;
    private final List<String> targets = new CopyOnWriteArrayList<>();

    private EmbeddedProxy(String user, String password) {
        this.user = user;
        this.password = password;
        this.listener = LoopbackListener.open("mtproto-proxy", this::serve);
    }

    /** Starts a proxy for anybody. */
    public static EmbeddedProxy start() {
        return start("", "");
    }

    /**
     * Starts a proxy for one user.
     *
     * @param user the name, empty if anybody may come
     * @param password the password
     * @throws UncheckedIOException if it cannot listen
     */
    public static EmbeddedProxy start(String user, String password) {
        return new EmbeddedProxy(user, password);
    }

    /** Returns where it listens. */
    public InetSocketAddress address() {
        return listener.address();
    }

    /** Returns where clients wanted to go, in order: host, colon, port. */
    public List<String> targets() {
        return List.copyOf(targets);
    }

    /** Stops listening; what goes through it already goes on. */
    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            int first = in.read();
            String target = first == SOCKS5 ? socks(in, out) : connect(first, in, out);
            if (target.isEmpty()) {
                return;
            }
            targets.add(target);
            int colon = target.lastIndexOf(':');
            try (Socket server =
                    new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                out.write(first == SOCKS5 ? ACCEPTED : ascii("HTTP/1.1 200 OK\r\n\r\n"));
                ConnectionThreads.start("mtproto-proxied", () -> copy(server, client));
                in.transferTo(server.getOutputStream());
            }
        } catch (IOException | NumberFormatException e) {
            // one of the two has left, or asked for nothing that can be reached
        }
    }

    private String socks(InputStream in, OutputStream out) throws IOException {
        in.readNBytes(in.read());
        out.write(new byte[] {SOCKS5, (byte) (user.isEmpty() ? 0 : 2)});
        if (!user.isEmpty()) {
            in.read();
            String name = text(in);
            boolean right = name.equals(user) & text(in).equals(password);
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return "";
            }
        }
        byte[] head = in.readNBytes(4);
        String host = head[3] == 3
                ? text(in)
                : InetAddress.getByAddress(in.readNBytes(head[3] == 1 ? 4 : 16)).getHostAddress();
        return host + ":" + (in.read() << 8 | in.read());
    }

    private String connect(int first, InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(first);
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (!user.isEmpty() && !text.contains("Proxy-Authorization: Basic " + login + "\r\n")) {
            out.write(ascii("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
            return "";
        }
        return text.split(" ", 3)[1];
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two has left
        }
    }
}
