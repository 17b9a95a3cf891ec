package dev.mtproto.tests.client;

import dev.mtproto.transport.socket.ConnectionThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A proxy for one user, written without the library: SOCKS5 or CONNECT, by the first byte. */
final class OneProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final String user;
    private final String password;
    volatile String asked = "";

    /** @param user empty if anybody may come */
    OneProxy(String user, String password) throws IOException {
        this.user = user;
        this.password = password;
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        ConnectionThreads.start("proxy", () -> {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    ConnectionThreads.start("proxied", () -> serve(client));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            int first = in.read();
            String target = first == 5 ? socks(in, out) : connect(first, in, out);
            if (target.isEmpty()) {
                return;
            }
            asked = target;
            int colon = target.lastIndexOf(':');
            try (Socket server =
                    new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                out.write(
                        first == 5 ? new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0} : "HTTP/1.1 200 OK\r\n\r\n".getBytes());
                ConnectionThreads.start("proxied-back", () -> copy(server, client));
                in.transferTo(server.getOutputStream());
            }
        } catch (IOException e) {
            // one of the two has left
        }
    }

    private String socks(InputStream in, OutputStream out) throws IOException {
        in.readNBytes(in.read());
        out.write(new byte[] {5, (byte) (user.isEmpty() ? 0 : 2)});
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
            head.write(in.read());
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (!user.isEmpty() && !text.contains("Proxy-Authorization: Basic " + login + "\r\n")) {
            out.write("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n".getBytes());
            return "";
        }
        return text.split(" ", 3)[1];
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
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
