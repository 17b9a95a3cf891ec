package dev.mtproto.session.exchange;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;

/**
 * What a query led to on a server.
 *
 * @param reply what the connection is told
 * @param answer the object to send
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outcome(ServerReply reply, byte[] answer) {

    static Outcome answer(byte[] answer) {
        return new Outcome(new ServerReply.Answer(), answer);
    }

    static byte[] bytes(TlObject object) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        return writer.toByteArray();
    }
}
