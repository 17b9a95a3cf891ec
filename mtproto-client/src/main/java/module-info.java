/** The connection that drives session and transport over a socket. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.client {
    requires static org.jspecify;
    // without it there are no records, and nothing else is missing
    requires static jdk.jfr;
    requires transitive dev.mtproto.session;
    requires transitive dev.mtproto.transport;

    exports dev.mtproto.client;
    exports dev.mtproto.client.files;
    exports dev.mtproto.client.keys;
}
