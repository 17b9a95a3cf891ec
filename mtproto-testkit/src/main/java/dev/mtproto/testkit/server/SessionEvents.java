package dev.mtproto.testkit.server;

import dev.mtproto.session.engine.ServerEvent;
import dev.mtproto.session.message.Reaction;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.rpc.Answer;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import java.util.List;

/** Does what the engine of a session cannot: closes connections, destroys sessions and keys, tells the listener. */
final class SessionEvents {

    private final ServerSession session;
    private final ServerKey key;
    private final ServerContext context;

    SessionEvents(ServerSession session, ServerKey key, ServerContext context) {
        this.session = session;
        this.key = key;
        this.context = context;
    }

    /** To be called without the lock of the session. */
    void handle(List<ServerEvent> events, Connection connection) {
        for (ServerEvent event : events) {
            handle(event, connection);
        }
    }

    /**
     * Tells of an answer.
     *
     * @param length the length of the result as it is sent
     */
    void answered(QueriesInWork.Job job, Answer answer, int length) {
        context.tell(new DataCenterEvent.Answered(
                job.connection(),
                key.id(),
                session.caller().id(),
                answer.method(),
                length < answer.body().length ? answer.result() + ", packed" : answer.result(),
                answer.isError() ? 0 : length));
    }

    private void handle(ServerEvent event, Connection connection) {
        if (event instanceof ServerEvent.Refused refused) {
            context.tell(new DataCenterEvent.Refused(
                    connection.number(),
                    refused.refusal().check(),
                    describe(refused.refusal().reaction())));
        } else if (event instanceof ServerEvent.CloseConnection close) {
            connection.end(
                    close.transportError(),
                    close.transportError() == 0
                            ? "the client was silent for longer than it had said"
                            : "the packet was refused with transport error " + close.transportError());
        } else if (event instanceof ServerEvent.DestroySession destroy) {
            session.sessionDestroyed(
                    destroy.session(), key.destroySession(destroy.session().value()));
        } else if (event instanceof ServerEvent.DestroyKey) {
            session.keyDestroyed(new DestroyAuthKeyOk());
            long root = key.boundTo().orElse(key.id()).value();
            connection.outlet().add(out -> context.keys().remove(root));
        }
    }

    /** Describes what follows a refusal, in words. */
    static String describe(Reaction reaction) {
        if (reaction instanceof Reaction.Notify notify) {
            return "bad_msg_notification " + notify.badMsgCode();
        }
        if (reaction instanceof Reaction.NewSalt) {
            return "bad_server_salt";
        }
        if (reaction instanceof Reaction.RpcError error) {
            return "rpc_error " + error.code() + " " + error.text();
        }
        if (reaction instanceof Reaction.CloseWith close) {
            return "transport error " + close.transportError();
        }
        return reaction instanceof Reaction.Close ? "closed" : "ignored";
    }
}
