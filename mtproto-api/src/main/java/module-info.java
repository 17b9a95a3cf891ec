/** What callers name: auth keys, ids, salts, data centres, the numbered checks and the exceptions. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.api {
    requires static org.jspecify;

    exports dev.mtproto.api;
}
