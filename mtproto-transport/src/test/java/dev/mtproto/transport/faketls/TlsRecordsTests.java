package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRecordsTests {

    @ParameterizedTest
    @Tag("T13")
    @ValueSource(
            strings = {
                "1503030002",
                "1603030002",
                "1803030002",
                "1703010002",
                "1704030002",
                "1403010001",
                "1403030002",
                "1403030000",
                "140303000102",
                "9703030002"
            })
    void anyOtherRecordIsRefused(String hex) {
        TlsRecords records = new TlsRecords(Role.CLIENT);
        decode(records, "1703030002abcd");
        TransportException e = assertThrows(TransportException.class, () -> decode(records, hex));
        assertEquals(Check.T13, e.check().orElseThrow());
    }

    @Test
    void dataIsConcatenatedAndChangesOfCipherAreSkipped() {
        assertEquals(
                "aabbcc",
                decode(
                        new TlsRecords(Role.SERVER),
                        "140303000101" + "1703030001aa" + "1703030000" + "140303000101" + "1703030002bbcc"));
    }

    @Test
    void aClientSendsTheChangeOfCipherOnce() {
        TlsRecords records = new TlsRecords(Role.CLIENT);
        Sent sent = new Sent();
        records.encode(new byte[] {1, 2}, 0, 2, sent);
        records.encode(new byte[] {3}, 0, 1, sent);
        assertEquals("140303000101" + "17030300020102" + "170303000103", sent.hex());
        Sent ofServer = new Sent();
        new TlsRecords(Role.SERVER).encode(new byte[] {3}, 0, 1, ofServer);
        assertEquals("170303000103", ofServer.hex());
    }

    @Test
    void aRecordLengthIsWithinBounds() {
        assertThrows(IllegalArgumentException.class, () -> new TlsRecords(Role.CLIENT, 63));
        assertThrows(IllegalArgumentException.class, () -> new TlsRecords(Role.CLIENT, 65536));
        assertThrows(IllegalArgumentException.class, () -> new TlsRecords(Role.SERVER, 0));
    }

    @Test
    void recordsAreWrittenInPiecesOfBoundedLength() {
        List<Integer> lengths = new ArrayList<>();
        byte[] data = new byte[1 << 20];
        new TlsRecords(Role.SERVER).encode(data, 0, data.length, (array, offset, length) -> lengths.add(length));
        int records = (data.length + 1424) / 1425;
        assertEquals(
                data.length + 5 * records, lengths.stream().mapToInt(i -> i).sum());
        assertEquals(true, lengths.stream().allMatch(length -> length <= 1 << 14));
    }

    @Property(tries = 200)
    void theStreamArrivesInAnySplit(
            @ForAll Role role,
            @ForAll @Size(max = 5000) byte[] data,
            @ForAll @IntRange(min = 64, max = 3000) int recordLength,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 4000) Integer> written,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> read) {
        TlsRecords sender = new TlsRecords(role, recordLength);
        TlsRecords receiver = new TlsRecords(role.peer());
        Sent wire = new Sent();
        Streams.feed(data, 0, written, (array, offset, length) -> sender.encode(array, offset, length, wire));
        Sent received = new Sent();
        Streams.feed(
                wire.toByteArray(),
                0,
                read,
                (array, offset, length) -> receiver.decode(array, offset, length, received));
        assertArrayEquals(data, received.toByteArray());
    }

    private static String decode(TlsRecords records, String hex) {
        Sent received = new Sent();
        byte[] bytes = Hex.bytes(hex);
        records.decode(bytes, 0, bytes.length, received);
        return received.hex();
    }
}
