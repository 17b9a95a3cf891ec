package dev.mtproto.session.engine;

/** What is done for an answer that the server made and that does not arrive. */
final class LostAnswer {

    private LostAnswer() {}

    /**
     * Repeats the query under its id, which has the server send the answer again; every other time wishes for another
     * connection, on which the server sends what was not acknowledged.
     */
    static void pursue(Copy copy, Core core) {
        PendingRequest request = copy.request;
        request.nudges++;
        if (core.repetition.isExhausted(request.nudges)) {
            core.drops.add(copy.msgId());
            core.repetition.giveUp(copy, Reason.UNCERTAIN, core.now());
        } else if (request.nudges % 2 == 0) {
            core.events.add(new EngineEvent.ReconnectWanted());
        } else {
            core.requests.sendAgain(copy);
        }
    }
}
