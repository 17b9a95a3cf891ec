package dev.mtproto.transport;

/** Where bytes go next: another layer, a socket, a frame decoder. */
@FunctionalInterface
public interface ByteSink {

    /**
     * Takes bytes. They may be changed, and are valid until this method returns.
     *
     * @param data the array
     * @param offset the index of the first byte
     * @param length how many
     */
    void accept(byte[] data, int offset, int length);
}
