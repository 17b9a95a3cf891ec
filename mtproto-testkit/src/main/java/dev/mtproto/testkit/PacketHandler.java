package dev.mtproto.testkit;

import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.Reaction;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a packet held, so that it can be answered when the whole packet has been checked. */
final class PacketHandler implements MessageHandler {

    private static final int BAD_SALT = 48;

    private final ServerConnection connection;
    private final List<Incoming> messages = new ArrayList<>();
    private final List<Long> acks = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    PacketHandler(ServerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        messages.add(new Incoming(msgId, seqNo, Arrays.copyOfRange(array, offset, offset + length)));
    }

    @Override
    public void duplicate(long msgId, int seqNo) {
        acknowledge(msgId, seqNo);
    }

    @Override
    public void copy(long msgId, int seqNo) {
        acknowledge(msgId, seqNo);
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }

    boolean tookAny() {
        return !messages.isEmpty();
    }

    /**
     * Answers.
     *
     * @param answers the way to the session; null if the packet could not be read
     */
    void finish(@Nullable Answers answers) {
        if (answers != null) {
            answers.begin(messages, acks);
        }
        for (Refusal refusal : refusals) {
            react(refusal, answers);
        }
        if (answers != null) {
            answers.send();
        }
    }

    private void react(Refusal refusal, @Nullable Answers answers) {
        if (refusal.reaction() instanceof Reaction.CloseWith close) {
            connection.refuse(refusal.check(), close.transportError());
            return;
        }
        connection
                .context()
                .tell(new DataCenterEvent.Refused(connection.number(), refusal.check(), describe(refusal.reaction())));
        if (refusal.reaction() instanceof Reaction.Close) {
            connection.end("a packet was refused");
        } else if (answers != null) {
            notify(refusal, answers);
        }
    }

    private static void notify(Refusal refusal, Answers answers) {
        long msgId = refusal.msgId();
        if (refusal.reaction() instanceof Reaction.Notify notify) {
            answers.add(Outgoing.service(new BadMsgNotification(msgId, refusal.seqNo(), notify.badMsgCode())));
        } else if (refusal.reaction() instanceof Reaction.NewSalt salt) {
            answers.add(Outgoing.service(new BadServerSalt(msgId, refusal.seqNo(), BAD_SALT, salt.salt())));
        } else if (refusal.reaction() instanceof Reaction.RpcError error) {
            answers.addError(msgId, error.code(), error.text());
        }
    }

    private static String describe(Reaction reaction) {
        if (reaction instanceof Reaction.Notify notify) {
            return "bad_msg_notification " + notify.badMsgCode();
        }
        if (reaction instanceof Reaction.NewSalt) {
            return "bad_server_salt";
        }
        if (reaction instanceof Reaction.RpcError error) {
            return "rpc_error " + error.code() + " " + error.text();
        }
        return reaction instanceof Reaction.Close ? "closed" : "ignored";
    }

    private void acknowledge(long msgId, int seqNo) {
        if ((seqNo & 1) != 0) {
            acks.add(msgId);
        }
    }
}
