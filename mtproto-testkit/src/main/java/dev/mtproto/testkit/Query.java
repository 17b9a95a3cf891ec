package dev.mtproto.testkit;

import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionId;
import dev.mtproto.api.TlException;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.util.Optional;

/** Answers one query: takes the wrappers off, reads the function, asks the handlers. */
final class Query {

    /** From so many bytes on a result is sent packed, if that is shorter. */
    private static final int GZIP_FROM = 1024;

    private final Incoming message;
    private final Answers answers;
    private final ServerContext context;
    private final TlSchema schema;

    Query(Incoming message, Answers answers) {
        this.message = message;
        this.answers = answers;
        this.context = answers.connection().context();
        this.schema = context.settings().schema();
    }

    void answer() {
        TlReader reader = new TlReader(message.body(), 0, message.body().length, schema);
        String method = "?";
        try {
            int layer = answers.key().layer(Wrappers.skip(reader));
            int id = reader.peekConstructorId();
            method = name(id);
            TlFunction<?> function = read(reader, id, layer);
            checkKey(function);
            RpcReply reply = ask(function, layer).orElseThrow(() -> unknown(id, layer));
            send(method, reply);
        } catch (TlException e) {
            fail(method, new RpcException(400, "INPUT_FETCH_ERROR"), "INPUT_FETCH_ERROR");
        } catch (RpcException e) {
            fail(method, e, text(e));
        } catch (RuntimeException e) {
            System.getLogger("dev.mtproto.testkit")
                    .log(System.Logger.Level.ERROR, "a handler of " + method + " failed", e);
            fail(method, new RpcException(500, "INTERNAL"), "INTERNAL");
        }
    }

    private TlFunction<?> read(TlReader reader, int id, int layer) {
        try {
            TlFunction<?> function = reader.readFunction();
            reader.expectEnd();
            return function;
        } catch (TlException e) {
            boolean unknown = e.kind() == TlException.Kind.UNKNOWN_CONSTRUCTOR
                    && e.constructorId().orElse(~id) == id;
            throw unknown ? unknown(id, layer) : e;
        }
    }

    private Optional<RpcReply> ask(TlFunction<?> function, int layer) {
        RpcCall call = new RpcCall(
                function,
                layer,
                message.msgId(),
                new SessionId(answers.session().id()),
                answers.key().id());
        for (RpcHandler handler : context.handlers()) {
            Optional<RpcReply> reply = handler.handle(call);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    /** A temporary key serves only what is needed to bind it, until it is bound. */
    private void checkKey(TlFunction<?> function) {
        boolean allowed = function instanceof AuthBindTempAuthKey
                || function instanceof HelpGetConfig
                || function instanceof HelpGetNearestDc;
        if (answers.key().isTemporary() && answers.key().boundTo().isEmpty() && !allowed) {
            throw new RpcException(401, "AUTH_KEY_PERM_EMPTY");
        }
    }

    private void send(String method, RpcReply reply) {
        TlWriter result = new TlWriter();
        reply.writeTo(result);
        String name = name(new TlReader(result.array(), 0, result.position()).readConstructorId());
        int plain = result.position();
        byte[] packed = plain < GZIP_FROM ? new byte[0] : Gzip.pack(result.array(), plain);
        if (packed.length > 0 && packed.length < plain) {
            answers.addResult(message.msgId(), packed, packed.length);
            tell(method, name + ", packed", packed.length);
        } else {
            answers.addResult(message.msgId(), result.array(), plain);
            tell(method, name, plain);
        }
    }

    private void fail(String method, RpcException error, String text) {
        answers.addError(message.msgId(), error.code(), text);
        tell(method, "rpc_error " + error.code() + " " + text, 0);
    }

    private void tell(String method, String result, int length) {
        context.tell(new DataCenterEvent.Answered(
                answers.connection().number(),
                answers.key().id(),
                new SessionId(answers.session().id()),
                method,
                result,
                length));
    }

    private String name(int id) {
        return schema.nameOf(id).orElseGet(() -> String.format("%08x", id));
    }

    private static RpcException unknown(int id, int layer) {
        if (NeedsLogin.contains(id)) {
            return new RpcException(401, "AUTH_KEY_UNREGISTERED");
        }
        return new RpcException(400, "INPUT_METHOD_INVALID_" + Integer.toUnsignedString(id) + "_" + layer);
    }

    private static String text(RpcException error) {
        String prefix = "rpc_error " + error.code() + " ";
        return String.valueOf(error.getMessage()).substring(prefix.length());
    }
}
