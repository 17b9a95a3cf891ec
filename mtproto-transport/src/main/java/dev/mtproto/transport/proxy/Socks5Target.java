package dev.mtproto.transport.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a SOCKS proxy shall connect to: an address is sent as one, a name as a name, for the proxy to look up. */
final class Socks5Target {

    static final int IPV4 = 1;
    static final int NAME = 3;
    static final int IPV6 = 4;

    private static final Pattern IPV4_FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int LONGEST_NAME = 255;

    private Socks5Target() {}

    /** Returns kind, address and port as a request holds them. */
    static byte[] bytes(String host, int port) {
        byte[] address = address(host);
        int kind = address.length == 4 ? IPV4 : address.length == 16 ? IPV6 : NAME;
        byte[] content = kind == NAME ? name(host) : address;
        byte[] bytes = new byte[1 + content.length + 2];
        bytes[0] = (byte) kind;
        System.arraycopy(content, 0, bytes, 1, content.length);
        bytes[bytes.length - 2] = (byte) (port >>> 8);
        bytes[bytes.length - 1] = (byte) port;
        return bytes;
    }

    /** Returns the bytes of an address that is written in numbers, none for a name. Looks nothing up. */
    private static byte[] address(String host) {
        if (!IPV4_FORM.matcher(host).matches() && host.indexOf(':') < 0) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(host).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + host);
        }
    }

    private static byte[] name(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        if (name.length == 0 || name.length > LONGEST_NAME) {
            throw new IllegalArgumentException("a host name has 1 to " + LONGEST_NAME + " bytes, not " + name.length);
        }
        byte[] counted = new byte[1 + name.length];
        counted[0] = (byte) name.length;
        System.arraycopy(name, 0, counted, 1, name.length);
        return counted;
    }
}
