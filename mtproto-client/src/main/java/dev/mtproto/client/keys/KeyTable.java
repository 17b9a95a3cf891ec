package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Salt;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a file and their bytes, all numbers big-endian: {@code count(4)}, then by ascending names
 * {@code length(1) name id(8) key(256) salt(8) created(8) offset(8)}, the last two in milliseconds. Holds copies of keys until
 * {@link #close}.
 */
final class KeyTable implements AutoCloseable {

    /** The most keys of a file. */
    static final int MOST = 1000;

    private static final int NUMBERS = 4 * Long.BYTES;

    private final SortedMap<KeyName, StoredKey> keys = new TreeMap<>();

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if the bytes are anything else, with the reason
     */
    static KeyTable read(byte[] bytes) {
        KeyTable table = new KeyTable();
        boolean complete = false;
        try {
            table.readAll(ByteBuffer.wrap(bytes));
            complete = true;
            return table;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("its table of keys ends too early", e);
        } finally {
            if (!complete) {
                table.close();
            }
        }
    }

    private void readAll(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("its number of keys is " + count);
        }
        for (int i = 0; i < count; i++) {
            KeyName name = readName(in);
            if (!keys.isEmpty() && keys.lastKey().compareTo(name) >= 0) {
                throw new IllegalArgumentException("its names are out of order");
            }
            keys.put(name, readKey(in));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("its table of keys goes on after the last one");
        }
    }

    private static KeyName readName(ByteBuffer in) {
        byte[] name = new byte[in.get() & 0xff];
        in.get(name);
        return new KeyName(new String(name, StandardCharsets.US_ASCII));
    }

    private static StoredKey readKey(ByteBuffer in) {
        AuthKeyId id = new AuthKeyId(in.getLong());
        byte[] value = new byte[AuthKey.LENGTH];
        try {
            in.get(value);
            return new StoredKey(
                    AuthKey.permanent(value, id),
                    new Salt(in.getLong()),
                    Instant.ofEpochMilli(in.getLong()),
                    Duration.ofMillis(in.getLong()));
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    /** Returns the bytes, which the caller wipes. */
    byte[] write() {
        int size = Integer.BYTES;
        for (KeyName name : keys.keySet()) {
            size += 1 + name.value().length() + NUMBERS + AuthKey.LENGTH;
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(keys.size());
        keys.forEach((name, stored) -> {
            out.put((byte) name.value().length()).put(name.value().getBytes(StandardCharsets.US_ASCII));
            out.putLong(stored.key().id().value());
            stored.key().copyTo(out.array(), out.position());
            out.position(out.position() + AuthKey.LENGTH);
            out.putLong(stored.lastSalt().value());
            out.putLong(stored.createdAt().toEpochMilli());
            out.putLong(stored.timeOffset().toMillis());
        });
        return out.array();
    }

    /** Puts in a key, which from now on is the table's, and overwrites the one before. */
    void put(KeyName name, StoredKey key) {
        forget(keys.put(name, key));
    }

    /** Takes a key out and overwrites it; tells whether there was one. */
    boolean remove(KeyName name) {
        return forget(keys.remove(name));
    }

    private static boolean forget(@Nullable StoredKey former) {
        if (former == null) {
            return false;
        }
        former.key().destroy();
        return true;
    }

    /** Returns the keys, which live until this is closed. */
    SortedMap<KeyName, StoredKey> keys() {
        return keys;
    }

    /** Overwrites the keys. */
    @Override
    public void close() {
        keys.values().forEach(stored -> stored.key().destroy());
    }
}
