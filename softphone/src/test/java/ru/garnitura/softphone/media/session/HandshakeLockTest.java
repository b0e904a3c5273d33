package ru.garnitura.softphone.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may hold a handshake with us.
class HandshakeLockTest {

    private static final InetSocketAddress PEER = at("192.0.2.1", 4000);
    private static final InetSocketAddress STRANGER = at("192.0.2.66", 5000);
    private static final InetSocketAddress BEHIND_NAT = at("198.51.100.7", 4444);
    private static final long START = 77;
    private static final long LATER = START + HandshakeLock.PATIENCE;

    private final HandshakeLock lock = new HandshakeLock();

    @BeforeEach
    void announce() {
        lock.announce(PEER, START);
    }

    private static InetSocketAddress at(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    @Test
    void nobodyBesideTheAnnouncedAddress() {
        assertThat(lock.admits(PEER, true, START)).isTrue();
        assertThat(lock.admits(STRANGER, true, LATER)).isFalse();
        assertThat(lock.admits(PEER, false, LATER)).isTrue();
    }

    @Test
    void behindANatWhoeverBeginsAHandshakeWhenNothingCameFromTheAnnouncedAddressForAWhile() {
        assertThat(lock.admits(BEHIND_NAT, true, START)).as("said too early").isFalse();
        assertThat(lock.admits(STRANGER, false, LATER)).as("no hello").isFalse();
        assertThat(lock.admits(BEHIND_NAT, true, LATER)).as("said again").isTrue();
        assertThat(lock.admits(BEHIND_NAT, false, LATER)).isTrue();
        assertThat(lock.admits(STRANGER, true, LATER)).isFalse();
    }

    @Test
    void aStrangerWhoCameFirstGivesWayToTheAnnouncedAddress() {
        assertThat(lock.admits(STRANGER, true, LATER)).isTrue();
        assertThat(lock.admits(PEER, false, LATER)).isTrue();
        assertThat(lock.admits(STRANGER, true, LATER)).isFalse();
    }

    @Test
    void anotherAddressOrAnotherHandshakeIsAnybodysAgain() {
        assertThat(lock.admits(BEHIND_NAT, true, LATER)).isTrue();
        lock.announce(PEER, LATER);
        assertThat(lock.admits(STRANGER, true, LATER)).as("the same address said again").isFalse();
        lock.announce(at("192.0.2.1", 6000), LATER);
        assertThat(lock.admits(BEHIND_NAT, true, LATER)).isFalse();
        assertThat(lock.admits(at("198.51.100.7", 7777), true, LATER + HandshakeLock.PATIENCE)).isTrue();
        lock.open(LATER);
        assertThat(lock.admits(BEHIND_NAT, true, LATER + HandshakeLock.PATIENCE)).isTrue();
    }
}
