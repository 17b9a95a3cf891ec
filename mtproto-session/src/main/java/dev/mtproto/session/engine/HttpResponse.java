package dev.mtproto.session.engine;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.tl.schema.HttpWait;

/**
 * The open response of a server to one HTTP request. It goes out once: {@code max_delay} after the first message that waits for
 * it or {@code wait_after} after the last one, whichever comes first, and {@code max_wait} after the request at the latest.
 * Without an {@code http_wait} in the request these are 0, 0 and 25000 ms. Not safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#long-poll">HTTP wait/long poll</a>
 */
public final class HttpResponse {

    static final HttpWait DEFAULT = new HttpWait(0, 0, 25_000);

    private final ServerCore core;
    private final ServerPackets packets;
    private final HttpWait wait;
    private final long opened;

    HttpResponse(ServerCore core, ServerPackets packets, HttpWait wait) {
        this.core = core;
        this.packets = packets;
        this.wait = wait;
        this.opened = core.ticker.now();
    }

    /** Tells whether it is to be sent now. */
    public boolean isDue() {
        return due() <= core.ticker.now();
    }

    /** Returns when it is to be sent if nothing more happens until then, in unix milliseconds. */
    public long deadline() {
        core.ticker.now();
        return core.ticker.toWall(due());
    }

    /**
     * Makes its packet: what waits for it, as much as one packet takes, or an empty container.
     *
     * @param out receives the packet
     */
    public void make(PacketBuffer out) {
        packets.makeNow(out);
    }

    private long due() {
        long end = opened + Math.max(0, wait.maxWait());
        if (core.next() == null && core.again.isEmpty()) {
            return end;
        }
        long first = Math.max(opened, core.firstQueued) + Math.max(0, wait.maxDelay());
        long last = Math.max(opened, core.lastQueued) + Math.max(0, wait.waitAfter());
        return Math.min(end, Math.min(first, last));
    }
}
