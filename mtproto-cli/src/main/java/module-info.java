/** The {@code mtproto} command. */
@org.jspecify.annotations.NullMarked
module dev.mtproto.cli {
    requires static org.jspecify;
    requires dev.mtproto.client;
    requires dev.mtproto.testkit;
    // for records of what clients do, and for reading them
    requires jdk.jfr;
    // to keep the log quiet, where there is one
    requires static java.logging;
    requires info.picocli;
    requires com.fasterxml.jackson.core;

    opens dev.mtproto.cli to
            info.picocli;
}
