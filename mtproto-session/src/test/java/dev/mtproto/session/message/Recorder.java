package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.test.Hex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what a session hands out. */
final class Recorder implements MessageHandler {

    record Received(long msgId, int seqNo, String body) {}

    final List<Received> messages = new ArrayList<>();
    final List<Long> duplicates = new ArrayList<>();
    final List<Long> copies = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        messages.add(new Received(msgId, seqNo, Hex.of(Arrays.copyOfRange(array, offset, offset + length))));
    }

    @Override
    public void duplicate(long msgId, int seqNo) {
        duplicates.add(msgId);
    }

    @Override
    public void copy(long msgId, int seqNo) {
        copies.add(msgId);
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }

    List<Long> ids() {
        return messages.stream().map(Received::msgId).toList();
    }

    Refusal onlyRefusal() {
        if (refusals.size() != 1) {
            throw new AssertionError("one refusal expected: " + this);
        }
        return refusals.get(0);
    }

    Check check() {
        return onlyRefusal().check();
    }

    Reaction reaction() {
        return onlyRefusal().reaction();
    }

    boolean isClosed() {
        return refusals.stream().anyMatch(refusal -> refusal.reaction().closes());
    }

    @Override
    public String toString() {
        return "messages " + messages + ", duplicates " + duplicates + ", copies " + copies + ", refusals " + refusals;
    }
}
