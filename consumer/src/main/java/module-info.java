/** An application of the published modules. */
module org.example.consumer {
    requires dev.mtproto.client;
    requires dev.mtproto.testkit;
}
