/** Key exchange, message encryption and the session: state machines without I/O, threads or a clock of their own. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.session {
    requires static org.jspecify;
    requires transitive dev.mtproto.crypto;
    requires transitive dev.mtproto.tl;

    exports dev.mtproto.session.exchange;
    exports dev.mtproto.session.binding;
    exports dev.mtproto.session.message;
    exports dev.mtproto.session.engine;
}
