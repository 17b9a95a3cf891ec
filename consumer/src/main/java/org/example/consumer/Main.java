package org.example.consumer;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.util.concurrent.TimeUnit;

/** Connects to an embedded data centre and calls it once; the argument says how it has to be run. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        boolean named = Main.class.getModule().isNamed();
        boolean image = Main.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getProtocol()
                .equals("jrt");
        String how = image ? "image" : named ? "modules" : "classes";
        if (!how.equals(args[0])) {
            throw new IllegalStateException("run from " + how + ", not from " + args[0]);
        }
        try (var server = EmbeddedDataCenter.builder().start();
                var client = MtprotoClient.builder()
                        .address(server.address())
                        .serverKeys(server.serverKeys())
                        .connect()) {
            var nearest = client.invoke(new HelpGetNearestDc()).get(1, TimeUnit.MINUTES);
            System.out.println(how + ": nearest data centre " + nearest.nearestDc());
        }
    }
}
