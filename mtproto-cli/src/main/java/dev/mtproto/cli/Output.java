package dev.mtproto.cli;

import dev.mtproto.client.ConnectionListener;

/** Shows a client job: each message as it goes by, and the result. */
interface Output extends ConnectionListener {

    /** Says what is about to be done. */
    void start(String what);

    /** Says what is about to happen, or just happened, in the midst of it. */
    void note(String words);

    /** Shows how it ended. */
    void result(JobResult result);

    /** Shows how fast many calls went. */
    void roundTrips(RoundTrips.Result trips);
}
