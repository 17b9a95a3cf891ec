package dev.mtproto.session.engine;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the next packet of what is due: one message alone, more in a container, an old one always in a container. */
final class PacketMaker {

    /** What a packet needs beside the body of a message in a container, in bytes. */
    static final int OVERHEAD = 128;

    private final Core core;
    private final QuickAcks quickAcks;

    PacketMaker(Core core, QuickAcks quickAcks) {
        this.core = core;
        this.quickAcks = quickAcks;
    }

    /** Tells whether a packet is due. */
    boolean isDue(long now) {
        return core.connected
                && (!core.services.isEmpty()
                        || !core.requests.again().isEmpty()
                        || !core.requests.fresh().isEmpty()
                        || core.current.acks.isDue(now));
    }

    /** Makes a packet; false if nothing is due. */
    boolean make(PacketBuffer out) {
        long now = core.now();
        while (isDue(now)) {
            core.salts.at(core.serverSeconds()).ifPresent(core::takeSalt);
            if (make(out, now)) {
                return true;
            }
        }
        return false;
    }

    /** Makes a packet; false if all requests that were due turned out to wait for others. */
    private boolean make(PacketBuffer out, long now) {
        Conversation to = core.current;
        PendingRequest single = takeSingle();
        if (single != null) {
            sendAlone(single, to, out, now);
            return true;
        }
        List<PendingRequest> fresh = sendable();
        if (core.services.isEmpty() && core.requests.again().isEmpty()) {
            if (fresh.isEmpty() && !to.acks.isDue(now)) {
                return false;
            }
            if (fresh.size() == 1 && to.acks.isEmpty()) {
                sendAlone(fresh.get(0), to, out, now);
                return true;
            }
        }
        Service acks = to.acks.take();
        if (acks != null) {
            core.services.addFirst(acks);
        }
        if (core.services.size() == 1 && core.requests.again().isEmpty() && fresh.isEmpty()) {
            send(core.services.remove(), to, out);
            return true;
        }
        fill(to, fresh, out, now);
        return true;
    }

    /** Puts as much as a container may take into one. */
    private void fill(Conversation to, List<PendingRequest> fresh, PacketBuffer out, long now) {
        ContainerWriter container = to.session.openContainer(out);
        List<Sent> parts = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        while (!core.services.isEmpty() && container.hasRoomFor(core.services.element().body.length)) {
            Service service = core.services.remove();
            ids.add(container.add(service.body, 0, service.body.length, false));
            core.tap.sent(ids.get(ids.size() - 1), container.lastSeqNo(), service.body);
            parts.add(service);
        }
        for (Copy copy = core.requests.firstAgain(); copy != null; copy = core.requests.firstAgain()) {
            if (!container.hasRoomFor(copy.body.length)) {
                break;
            }
            container.addAgain(copy.msgId(), copy.seqNo, copy.body, 0, copy.body.length);
            core.tap.sent(copy.msgId(), copy.seqNo, copy.body);
            core.requests.sent(copy, now);
            ids.add(copy.msgId());
            parts.add(copy);
        }
        for (PendingRequest request : fresh) {
            byte[] body = Wrapping.body(request);
            if (!container.hasRoomFor(body.length)) {
                break;
            }
            Copy copy = newCopy(request, to, body);
            ids.add(container.add(body, 0, body.length, true));
            to.countContent();
            copy.sentUnder(ids.get(ids.size() - 1), 0, 0);
            core.tap.sent(copy.msgId(), copy.seqNo, body);
            core.requests.sent(copy, now);
            parts.add(copy);
        }
        int count = container.count();
        int length = container.length();
        long containerId = container.seal();
        core.tap.sentContainer(containerId, to.session.packedSeqNo(), count, length);
        long[] held = new long[parts.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = ids.get(i);
            parts.get(i).sentUnder(held[i], containerId, core.clockEpoch);
            to.log.add(held[i], parts.get(i));
        }
        to.log.addContainer(containerId, held);
        quickAcks.expect(to.session.quickAckToken(), parts);
    }

    private void send(Service service, Conversation to, PacketBuffer out) {
        long msgId = to.session.pack(service.body, 0, service.body.length, false, out);
        core.tap.sent(msgId, to.session.packedSeqNo(), service.body);
        service.sentUnder(msgId, msgId, core.clockEpoch);
        to.log.add(msgId, service);
    }

    private void sendAlone(PendingRequest request, Conversation to, PacketBuffer out, long now) {
        RequestBody maker = request.request.maker();
        EncryptedSession session = to.session;
        Copy copy;
        long msgId;
        if (maker == null) {
            copy = newCopy(request, to, Wrapping.body(request));
            msgId = session.pack(copy.body, 0, copy.body.length, true, out);
        } else {
            msgId = session.newMsgId();
            copy = newCopy(request, to, maker.make(session.sessionId(), msgId));
            session.pack(new WrittenObject(copy.body), msgId, out);
        }
        to.countContent();
        core.tap.sent(msgId, copy.seqNo, copy.body);
        copy.sentUnder(msgId, msgId, core.clockEpoch);
        to.log.add(msgId, copy);
        core.requests.sent(copy, now);
        quickAcks.expect(session.quickAckToken(), List.of(copy));
    }

    private static Copy newCopy(PendingRequest request, Conversation to, byte[] body) {
        Copy copy = new Copy(request, to, body, to.nextContentSeqNo());
        request.copies.add(copy);
        return copy;
    }

    private @Nullable PendingRequest takeSingle() {
        Iterator<PendingRequest> queue = core.requests.fresh().iterator();
        if (!queue.hasNext()) {
            return null;
        }
        PendingRequest first = queue.next();
        return first.isSingle() && Wrapping.isSendable(first, core.current) ? first : null;
    }

    /** Returns the requests that may go into one container now; those that wait for others leave the queue. */
    private List<PendingRequest> sendable() {
        List<PendingRequest> sendable = new ArrayList<>();
        int bytes = 0;
        for (Iterator<PendingRequest> queue = core.requests.fresh().iterator(); queue.hasNext(); ) {
            PendingRequest request = queue.next();
            if (sendable.size() == ContainerWriter.MOST_MESSAGES || bytes >= ContainerWriter.SOFT_BYTES) {
                break;
            }
            if (!Wrapping.isSendable(request, core.current)) {
                request.state = PendingRequest.State.PARKED;
                queue.remove();
            } else if (request.isSingle()) {
                break;
            } else {
                sendable.add(request);
                bytes += request.body.length;
            }
        }
        return sendable;
    }
}
