/**
 * TL reader and writer, and the types generated from {@code mtproto.tl}, the service layer, and from {@code api-slice.tl}, a
 * slice of Telegram's application schema.
 */
@org.jspecify.annotations.NullMarked
module dev.mtproto.tl {
    requires static org.jspecify;
    requires transitive dev.mtproto.api;

    exports dev.mtproto.tl;
    exports dev.mtproto.tl.api;
    exports dev.mtproto.tl.schema;
}
