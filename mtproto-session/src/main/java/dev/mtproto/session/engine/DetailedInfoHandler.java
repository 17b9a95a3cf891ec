package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.MsgDetailedInfo;
import dev.mtproto.tl.schema.MsgNewDetailedInfo;

/** Handles {@code msg_detailed_info} and {@code msg_new_detailed_info}: acknowledges what is here, asks for what is not. */
final class DetailedInfoHandler {

    private final Core core;

    DetailedInfoHandler(Core core) {
        this.core = core;
    }

    void answer(Incoming message) {
        MsgDetailedInfo info = MsgDetailedInfo.read(message.reader());
        Copy copy = message.conversation().log.copy(info.msgId());
        if (copy != null) {
            core.requests.acknowledged(copy);
        }
        obtain(message, info.answerMsgId());
    }

    void news(Incoming message) {
        obtain(message, MsgNewDetailedInfo.read(message.reader()).answerMsgId());
    }

    private void obtain(Incoming message, long answerId) {
        Conversation in = message.conversation();
        if (in.received.contains(answerId)) {
            in.acks.addAgain(answerId, core.now());
        } else if (in == core.current) {
            core.send(StateMessages.wish(answerId));
        }
    }
}
