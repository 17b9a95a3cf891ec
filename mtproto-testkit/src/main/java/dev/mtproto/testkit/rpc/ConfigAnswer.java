package dev.mtproto.testkit.rpc;

import dev.mtproto.tl.schema.Config;
import dev.mtproto.tl.schema.DcOption;
import dev.mtproto.tl.schema.ReactionEmoji;
import java.net.InetSocketAddress;
import java.util.List;

/** The answer to {@code help.getConfig}: complete, with the data centre itself as the only option. */
final class ConfigAnswer {

    private static final int HOUR = 3600;

    private ConfigAnswer() {}

    static Config of(int dc, boolean test, InetSocketAddress address, long unixSeconds) {
        String host = address.getAddress().getHostAddress();
        DcOption option = DcOption.builder()
                .id(dc)
                .ipv6(host.indexOf(':') >= 0)
                .ipAddress(host)
                .port(address.getPort())
                .static_(true)
                .thisPortOnly(true)
                .build();
        return Config.builder()
                .date((int) unixSeconds)
                .expires((int) unixSeconds + HOUR)
                .testMode(test)
                .thisDc(dc)
                .dcOptions(List.of(option))
                .dcTxtDomainName("localhost")
                .chatSizeMax(200)
                .megagroupSizeMax(200_000)
                .forwardedCountMax(100)
                .onlineUpdatePeriodMs(210_000)
                .offlineBlurTimeoutMs(5_000)
                .offlineIdleTimeoutMs(30_000)
                .onlineCloudTimeoutMs(300_000)
                .notifyCloudDelayMs(30_000)
                .notifyDefaultDelayMs(1_500)
                .pushChatPeriodMs(60_000)
                .pushChatLimit(2)
                .editTimeLimit(172_800)
                .revokeTimeLimit(Integer.MAX_VALUE)
                .revokePmTimeLimit(Integer.MAX_VALUE)
                .ratingEDecay(2_419_200)
                .stickersRecentLimit(200)
                .channelsReadMediaPeriod(604_800)
                .callReceiveTimeoutMs(20_000)
                .callRingTimeoutMs(90_000)
                .callConnectTimeoutMs(30_000)
                .callPacketTimeoutMs(10_000)
                .meUrlPrefix("http://localhost/")
                .captionLengthMax(1024)
                .messageLengthMax(4096)
                .webfileDcId(dc)
                .reactionsDefault(new ReactionEmoji("\u2764"))
                .build();
    }
}
