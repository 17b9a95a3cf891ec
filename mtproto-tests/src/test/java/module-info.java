/** Black-box tests: uses the public modules as an application does, and finds the crypto providers by ServiceLoader. */
open module dev.mtproto.tests {
    requires dev.mtproto.client;
    requires dev.mtproto.crypto;
    requires dev.mtproto.testkit;
    requires java.logging;
    requires jdk.jfr;
    requires net.jqwik.api;
    requires org.junit.jupiter.api;
    requires org.junit.jupiter.params;
}
