package dev.mtproto.cli;

import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** AES-256-IGE in place, a new key each call. */
final class CipherOperations implements Operations {

    @Override
    public List<String> names() {
        return List.of("ige_enc", "ige_dec");
    }

    @Override
    public List<Operation> make(Crypto crypto) {
        List<Operation> operations = new ArrayList<>();
        for (String name : names()) {
            for (int size : SIZES) {
                operations.add(operation(name, size, crypto));
            }
        }
        return operations;
    }

    private static Operation operation(String name, int size, Crypto crypto) {
        AesIge ige = crypto.newAesIge();
        byte[] key = crypto.random().nextBytes(32);
        byte[] iv = crypto.random().nextBytes(32);
        byte[] text = crypto.random().nextBytes(size);
        ByteBuffer counter = ByteBuffer.wrap(key);
        boolean encrypt = name.equals("ige_enc");
        return Operation.of(name, size, Operation.batchFor(size), i -> {
            counter.putLong(0, counter.getLong(0) + 1);
            if (encrypt) {
                ige.encrypt(key, iv, text, 0, size);
            } else {
                ige.decrypt(key, iv, text, 0, size);
            }
            return text[size - 1];
        });
    }
}
