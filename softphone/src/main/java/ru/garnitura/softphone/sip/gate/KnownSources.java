package ru.garnitura.softphone.sip.gate;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hosts we have to do with: our proxies, and the other sides of calls that stand. What strangers may send all together
/// does not bind them. Thread-safe.
public final class KnownSources {

    private final Map<InetAddress, Integer> reasons = new ConcurrentHashMap<>();

    /// One more reason to know a host.
    public void enter(InetAddress host) {
        reasons.merge(host, 1, Integer::sum);
    }

    /// One reason less.
    public void leave(InetAddress host) {
        reasons.computeIfPresent(host, (ignored, count) -> count > 1 ? count - 1 : null);
    }

    boolean holds(InetAddress host) {
        return reasons.containsKey(host);
    }
}
