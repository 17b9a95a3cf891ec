package dev.mtproto.client.keys;

import java.nio.file.Path;

/** How the content of a file protects the table of keys: by nothing, or under a passphrase. */
sealed interface Protection permits Protection.None, PassphraseSeal {

    /** Returns what a frame calls it: {@link KeyFile#PLAIN} or {@link KeyFile#SEALED}. */
    int kind();

    /** Puts a table into a frame. */
    KeyFile protect(byte[] table);

    /**
     * Takes the table out of a frame of the same kind.
     *
     * @param path the file, for errors
     * @return the table, which the caller wipes
     */
    byte[] reveal(Path path, KeyFile file);

    /** Overwrites what is secret in it. */
    void destroy();

    /** The table as it is: what protects it is the mode of the file. */
    record None() implements Protection {

        @Override
        public int kind() {
            return KeyFile.PLAIN;
        }

        @Override
        public KeyFile protect(byte[] table) {
            return new KeyFile(KeyFile.PLAIN, table.clone());
        }

        @Override
        public byte[] reveal(Path path, KeyFile file) {
            return file.content().clone();
        }

        @Override
        public void destroy() {}
    }
}
