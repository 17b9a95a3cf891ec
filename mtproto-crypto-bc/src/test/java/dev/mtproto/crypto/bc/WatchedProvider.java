package dev.mtproto.crypto.bc;

import java.security.Provider;
import java.util.Set;
import java.util.TreeSet;

/** The module, which notes what is asked of it. */
final class WatchedProvider extends Provider {

    private static final long serialVersionUID = 1;

    private final transient Provider module;
    final transient Set<String> served = new TreeSet<>();

    WatchedProvider(Provider module) {
        super(module.getName(), module.getVersionStr(), module.getInfo());
        this.module = module;
    }

    @Override
    public Service getService(String type, String algorithm) {
        Service service = module.getService(type, algorithm);
        if (service != null) {
            served.add(type + " " + algorithm);
        }
        return service;
    }
}
