/** TL reader and writer, and the types of the service layer generated from {@code mtproto.tl}. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.tl {
    requires static org.jspecify;
    requires transitive dev.mtproto.api;

    exports dev.mtproto.tl;
    exports dev.mtproto.tl.schema;
}
