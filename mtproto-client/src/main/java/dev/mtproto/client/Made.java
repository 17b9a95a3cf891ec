package dev.mtproto.client;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.socket.FramedSocket;

/**
 * A packet that an engine made.
 *
 * @param packet the packet
 * @param to where it goes
 * @param quickAck whether the server is asked for a quick acknowledgement
 * @param poll whether its response may be held back, over HTTP
 */
record Made(PacketBuffer packet, FramedSocket to, boolean quickAck, boolean poll) {

    void send() {
        if (poll) {
            to.sendPoll(packet);
        } else {
            to.send(packet, quickAck);
        }
    }
}
