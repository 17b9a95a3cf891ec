package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameHandler;

/** The codecs of one TCP connection. One thread decodes; those that write hold the lock of the output. */
interface Wire {

    /** Tells whether a packet may be written now. */
    boolean canSend();

    void encode(PacketBuffer packet, boolean quickAck, ByteSink below);

    void quickAck(int token, PacketBuffer scratch, ByteSink below);

    void error(int code, PacketBuffer scratch, ByteSink below);

    void decode(byte[] data, int offset, int length, FrameHandler receiver);

    /** Takes bytes that the layers have decoded already. */
    void decoded(byte[] data, FrameHandler receiver);

    /** Tells whether nothing can come any more, though the connection may still be open. */
    boolean isEnded();
}
