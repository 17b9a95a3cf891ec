/** The connection that drives session and transport over a socket. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.client {
    requires static org.jspecify;
    requires transitive dev.mtproto.session;
    requires transitive dev.mtproto.transport;

    exports dev.mtproto.client;
    exports dev.mtproto.client.files;
}
