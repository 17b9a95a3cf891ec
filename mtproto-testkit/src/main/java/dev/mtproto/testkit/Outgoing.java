package dev.mtproto.testkit;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;

/**
 * A message for a client.
 *
 * @param body one TL object with its id
 * @param contentRelated whether the client has to acknowledge it
 */
record Outgoing(byte[] body, boolean contentRelated) {

    static Outgoing service(TlObject object) {
        return of(object, false);
    }

    static Outgoing content(TlObject object) {
        return of(object, true);
    }

    int length() {
        return body.length;
    }

    private static Outgoing of(TlObject object, boolean contentRelated) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        return new Outgoing(writer.toByteArray(), contentRelated);
    }
}
