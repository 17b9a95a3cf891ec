package dev.mtproto.tl.codegen;

/**
 * A place in a schema.
 *
 * @param file the name of the file
 * @param line the number of the line, from 1
 */
record Location(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
