package ru.garnitura.softphone.sip.registrar;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where each user was last seen. Kept in memory: a restart forgets, as the real ones do.
final class Bindings {

    private final Map<String, Binding> bindings = new ConcurrentHashMap<>();

    /// One contact.
    ///
    /// @param contact URI to put into the request line
    /// @param address where its packets come from
    /// @param expires by [System#nanoTime]
    record Binding(String contact, InetSocketAddress address, long expires) {
    }

    void put(String user, String contact, InetSocketAddress address, Duration term) {
        bindings.put(user, new Binding(contact, address, System.nanoTime() + term.toNanos()));
    }

    void remove(String user) {
        bindings.remove(user);
    }

    Optional<Binding> find(String user) {
        return Optional.ofNullable(bindings.get(user)).filter(binding -> binding.expires() - System.nanoTime() > 0);
    }

    Set<String> users() {
        return Set.copyOf(bindings.keySet());
    }
}
