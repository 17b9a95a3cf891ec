package dev.mtproto.transport.faketls;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.support.BigEndian;

/**
 * The records of TLS application data around a byte stream, without encryption of their own. Their boundaries mean nothing.
 * A client sends a change of cipher in front of its first one.
 */
public final class TlsRecords implements StreamLayer {

    private static final int CLIENT_RECORD = 2878;
    private static final int SERVER_RECORD = 1425;
    private static final int LEAST_CLIENT_RECORD = 64;
    private static final int LONGEST_RECORD = (1 << 16) - 1;
    private static final int HEADER = 5;
    private static final int CHANGE_OF_CIPHER = 0x14;
    private static final int APPLICATION_DATA = 0x17;
    private static final byte[] CHANGE = {CHANGE_OF_CIPHER, 3, 3, 0, 1, 1};
    private static final int BATCH = 1 << 14;

    private final int recordLength;
    private final byte[] batch;
    private boolean changeDue;

    private final byte[] header = new byte[HEADER];
    private int headerLength;
    private int remaining;

    /**
     * Starts behind the handshake of a connection, with the record length that is usual on a side.
     *
     * @param role the side
     */
    public TlsRecords(Role role) {
        this(role, role == Role.CLIENT ? CLIENT_RECORD : SERVER_RECORD);
    }

    /**
     * Starts behind the handshake of a connection.
     *
     * @param role the side
     * @param recordLength the longest record that is written, in bytes without its header: 1 to 65535, for a
     *     client from 64 on, as its first one holds the header of the obfuscation
     */
    public TlsRecords(Role role, int recordLength) {
        if (recordLength < 64 || recordLength > LONGEST_RECORD) {
            throw new IllegalArgumentException(
                    "a record holds 64 to " + LONGEST_RECORD + " bytes, not " + recordLength);
        }
        this.recordLength = recordLength;
        this.batch = new byte[Math.max(BATCH, CHANGE.length + HEADER + recordLength)];
        this.changeDue = role == Role.CLIENT;
    }

    @Override
    public void encode(byte[] data, int offset, int length, ByteSink below) {
        int filled = 0;
        if (changeDue) {
            System.arraycopy(CHANGE, 0, batch, 0, CHANGE.length);
            filled = CHANGE.length;
            changeDue = false;
        }
        int written = 0;
        while (written < length) {
            int count = Math.min(recordLength, length - written);
            if (filled + HEADER + count > batch.length) {
                below.accept(batch, 0, filled);
                filled = 0;
            }
            batch[filled] = APPLICATION_DATA;
            batch[filled + 1] = 3;
            batch[filled + 2] = 3;
            BigEndian.write16(batch, filled + 3, count);
            System.arraycopy(data, offset + written, batch, filled + HEADER, count);
            filled += HEADER + count;
            written += count;
        }
        if (filled > 0) {
            below.accept(batch, 0, filled);
        }
    }

    @Override
    public void decode(byte[] data, int offset, int length, ByteSink above) {
        int position = offset;
        int end = offset + length;
        while (position < end) {
            if (headerLength < HEADER) {
                header[headerLength++] = data[position++];
                if (headerLength == HEADER) {
                    beginRecord();
                }
            } else {
                int count = Math.min(remaining, end - position);
                take(data, position, count, above);
                position += count;
                remaining -= count;
            }
            if (headerLength == HEADER && remaining == 0) {
                headerLength = 0;
            }
        }
    }

    @Enforces(Check.T13)
    private void beginRecord() {
        int type = header[0];
        remaining = BigEndian.read16(header, 3);
        boolean known = type == APPLICATION_DATA || (type == CHANGE_OF_CIPHER && remaining == 1);
        if (!known || header[1] != 3 || header[2] != 3) {
            throw new TransportException(
                    Check.T13, "a record of type " + (type & 0xff) + ", neither data nor a change of cipher");
        }
    }

    @Enforces(Check.T13)
    private void take(byte[] data, int position, int count, ByteSink above) {
        if (header[0] == APPLICATION_DATA) {
            above.accept(data, position, count);
        } else if (data[position] != 1) {
            throw new TransportException(Check.T13, "a change of cipher with the value " + data[position]);
        }
    }
}
