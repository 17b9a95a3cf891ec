package dev.mtproto.client.files;

/** Is told how a transfer goes on, by the thread that runs it. */
public interface TransferListener {

    /** Hears nothing. */
    TransferListener NONE = new TransferListener() {};

    /**
     * The server has stored a part of an upload. After a failure this is told of all parts that were stored by then, which
     * need not be sent again.
     *
     * @param part its number, from 0 on
     */
    default void stored(int part) {}

    /**
     * More of the file is where it belongs.
     *
     * @param bytes how much of the file that makes, with what was there before this transfer
     */
    default void progress(long bytes) {}
}
