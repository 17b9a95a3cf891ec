package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.RandomSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hellos like those of a current Chrome: GREASE values, keys and the order of the extensions are drawn anew for each. */
public enum BrowserHello implements ClientHelloSource {
    /** Exactly 517 bytes, without the post-quantum key: every known server takes it. */
    COMPACT,
    /** Some 1,700 bytes, with the post-quantum key and encrypted client hello, as browsers send today. */
    LARGE;

    private static final int COMPACT_LENGTH = 517;
    private static final int EXTENSION_HEADER = 4;

    @Override
    public ClientHello draw(String domain, RandomSource random) {
        HelloWriter out = new HelloWriter();
        Grease grease = Grease.draw(random);
        out.hex("16 0301").counted(() -> {
            out.hex("01 00").counted(() -> {
                out.hex("0303").zeros(ClientHello.RANDOM_LENGTH);
                out.hex("20").bytes(random.nextBytes(ClientHello.SESSION_ID_LENGTH));
                out.hex("0020").bytes(grease.value(0));
                out.hex("1301 1302 1303 c02b c02f c02c c030 cca9 cca8 c013 c014 009c 009d 002f 0035");
                out.hex("0100").counted(() -> extensions(out, domain, grease, random));
            });
        });
        return ClientHello.of(out.toByteArray());
    }

    private void extensions(HelloWriter out, String domain, Grease grease, RandomSource random) {
        List<byte[]> middle = new ArrayList<>();
        middle.add(serverName(domain));
        middle.add(part().hex("0005 0005 0100000000").toByteArray());
        middle.add(part().hex("000b 0002 0100").toByteArray());
        middle.add(part().hex("000d 0012 0010 0403 0804 0401 0503 0805 0501 0806 0601")
                .toByteArray());
        middle.add(part().hex("0010 000e 000c 02 6832 08 687474702f312e31").toByteArray());
        middle.add(part().hex("0012 0000").toByteArray());
        middle.add(part().hex("0017 0000").toByteArray());
        middle.add(part().hex("001b 0003 020002").toByteArray());
        middle.add(part().hex("0023 0000").toByteArray());
        middle.add(part().hex("002b 0007 06")
                .bytes(grease.value(6))
                .hex("0304 0303")
                .toByteArray());
        middle.add(part().hex("002d 0002 0101").toByteArray());
        middle.add(part().hex("44cd 0005 0003 02 6832").toByteArray());
        middle.add(part().hex("ff01 0001 00").toByteArray());
        middle.add(KeyShares.groups(grease, this == LARGE));
        middle.add(KeyShares.shares(grease, this == LARGE, random));
        if (this == LARGE) {
            middle.add(KeyShares.encryptedHello(random));
        }
        Draws.shuffle(middle, random);
        out.bytes(grease.value(2)).hex("0000");
        middle.forEach(out::bytes);
        out.bytes(grease.value(3)).hex("0001 00");
        if (out.length() <= COMPACT_LENGTH - EXTENSION_HEADER) {
            int rest = COMPACT_LENGTH - EXTENSION_HEADER - out.length();
            out.hex("0015").number(rest).zeros(rest);
        }
    }

    private static byte[] serverName(String domain) {
        byte[] name = domain.getBytes(StandardCharsets.US_ASCII);
        HelloWriter out = part().hex("0000");
        return out.counted(() -> out.counted(() -> out.hex("00").counted(() -> out.bytes(name))))
                .toByteArray();
    }

    private static HelloWriter part() {
        return new HelloWriter();
    }
}
