package dev.mtproto.client.flight;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** The event types. None has a field for anything secret. */
public final class Events {

    private Events() {}

    /** A connection was opened. */
    @Name("dev.mtproto.Connect")
    @Label("Connect")
    @Category("MTProto")
    @StackTrace(false)
    public static final class Connect extends Event {
        /** What is spoken. */
        @Label("Transport")
        public String transport = "";
        /** The server, or the proxy in front of it. */
        @Label("Peer")
        public String peer = "";
    }

    /** A connection was lost or could not be opened; another attempt follows. */
    @Name("dev.mtproto.Reconnect")
    @Label("Reconnect")
    @Category("MTProto")
    @StackTrace(false)
    public static final class Reconnect extends Event {
        /** Why. */
        @Label("Cause")
        public String cause = "";
        /** The wait before the next attempt. */
        @Label("Wait")
        @Timespan(Timespan.MILLISECONDS)
        public long retryAfter;
    }

    /** A key was made. */
    @Name("dev.mtproto.KeyExchange")
    @Label("Key exchange")
    @Category("MTProto")
    @StackTrace(false)
    public static final class KeyExchange extends Event {
        /** The public id of the key. */
        @Label("Auth key id")
        public String keyId = "";
        /** Whether it is a temporary one. */
        @Label("Temporary")
        public boolean temporary;
        /** How long it took. */
        @Label("Took")
        @Timespan(Timespan.NANOSECONDS)
        public long took;
    }

    /** A call ended. */
    @Name("dev.mtproto.Rpc")
    @Label("Call")
    @Category("MTProto")
    @StackTrace(false)
    public static final class Rpc extends Event {
        /** The name of the function. */
        @Label("Method")
        public String method = "";
        /** How it ended. */
        @Label("Result")
        public String result = "";
        /** The length of the query. */
        @Label("Request size")
        @DataAmount
        public int requestBytes;
        /** The length of the answer; 0 without one. */
        @Label("Result size")
        @DataAmount
        public int resultBytes;
        /** From the call to its end. */
        @Label("Latency")
        @Timespan(Timespan.NANOSECONDS)
        public long latency;
    }

    /** A call goes out again. */
    @Name("dev.mtproto.Resend")
    @Label("Resend")
    @Category("MTProto")
    @StackTrace(false)
    public static final class Resend extends Event {
        /** The name of the function. */
        @Label("Method")
        public String method = "";
        /** How often by now. */
        @Label("Times")
        public int times;
    }

    /** The salt changed. */
    @Name("dev.mtproto.SaltChange")
    @Label("Salt change")
    @Category("MTProto")
    @StackTrace(false)
    public static final class SaltChange extends Event {}

    /** Something that was received broke a rule and was not used. */
    @Name("dev.mtproto.Discard")
    @Label("Discard")
    @Category("MTProto")
    @StackTrace(false)
    public static final class Discard extends Event {
        /** The number of the check. */
        @Label("Check")
        public String check = "";
        /** What it guards. */
        @Label("Guards")
        public String guards = "";
    }

    /** Another change in a client's life, such as another session. */
    @Name("dev.mtproto.Change")
    @Label("Change")
    @Category("MTProto")
    @StackTrace(false)
    public static final class Change extends Event {
        /** What changed. */
        @Label("What")
        public String what = "";
    }

    /** A message was sent or accepted. There are many: to be enabled where they are wanted. */
    @Name("dev.mtproto.Message")
    @Label("Message")
    @Category("MTProto")
    @Description("Disabled unless a recording enables it")
    @Enabled(false)
    @StackTrace(false)
    public static final class Message extends Event {
        /** {@code out} or {@code in}. */
        @Label("Direction")
        public String direction = "";
        /** The names of its type and of what it wraps. */
        @Label("Name")
        public String name = "";
        /** Its msg_id. */
        @Label("msg_id")
        public long msgId;
        /** Its seq_no; -1 in a key exchange. */
        @Label("seq_no")
        public int seqNo;
        /** The length of its body. */
        @Label("Size")
        @DataAmount
        public int length;
    }
}
