package dev.mtproto.session.engine;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.message.ContainerWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Makes the packets of a server: one message alone, more in a container, old ones always in a container. */
final class ServerPackets {

    private final ServerCore core;

    ServerPackets(ServerCore core) {
        this.core = core;
    }

    boolean isDue(long now) {
        return core.dueCount() > 0 || !core.again.isEmpty() || core.acks.isDue(now);
    }

    boolean make(PacketBuffer out) {
        if (!isDue(core.ticker.now())) {
            return false;
        }
        Service acks = core.acks.take();
        if (acks != null) {
            core.queue(new ServerCore.Due(acks.body, false, 0), true);
        }
        if (core.again.isEmpty() && core.dueCount() == 1) {
            ServerCore.Due single = core.takeNext();
            byte[] body = single.body();
            store(core.session.pack(body, 0, body.length, single.contentRelated(), out), single);
            return true;
        }
        fill(core.session.openContainer(out));
        return true;
    }

    private void fill(ContainerWriter container) {
        List<ServerCore.Due> sent = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (Iterator<Unacknowledged.Stored> again = core.again.iterator(); again.hasNext(); ) {
            Unacknowledged.Stored old = again.next();
            if (!container.hasRoomFor(old.body().length)) {
                break;
            }
            container.addAgain(old.msgId(), old.seqNo(), old.body(), 0, old.body().length);
            again.remove();
        }
        for (ServerCore.Due next = core.next();
                next != null && container.hasRoomFor(next.body().length);
                next = core.next()) {
            core.takeNext();
            ids.add(container.add(next.body(), 0, next.body().length, next.contentRelated()));
            sent.add(next);
        }
        container.seal();
        for (int i = 0; i < sent.size(); i++) {
            store(ids.get(i), sent.get(i));
        }
    }

    private void store(long msgId, ServerCore.Due message) {
        if (message.contentRelated()) {
            int seqNo = core.nextContentSeqNo();
            core.unacknowledged.add(new Unacknowledged.Stored(msgId, seqNo, message.body(), message.queryId()));
        }
    }
}
