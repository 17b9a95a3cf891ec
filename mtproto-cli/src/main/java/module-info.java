/** The {@code mtproto} command. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.cli {
    requires static org.jspecify;
    requires dev.mtproto.client;
    requires dev.mtproto.testkit;
    // for records of what clients do, and for reading them
    requires jdk.jfr;
    requires info.picocli;
    requires com.fasterxml.jackson.core;

    opens dev.mtproto.cli to
            info.picocli;
}
