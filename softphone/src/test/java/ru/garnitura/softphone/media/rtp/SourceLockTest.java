package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;

/// Whose sound is heard, and whose reports are believed.
class SourceLockTest {

    private static final InetSocketAddress PEER = at("192.0.2.1", 4000);
    private static final InetSocketAddress PEER_REPORTS = at("192.0.2.1", 4001);
    private static final InetSocketAddress STRANGER = at("192.0.2.66", 5000);

    private final SourceLock lock = new SourceLock(new Target(PEER, PEER_REPORTS, false));

    private static InetSocketAddress at(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    @Test
    void nobodyIsHeardBesideTheAnnouncedAddress() {
        assertThat(lock.admits(PEER)).isTrue();
        assertThat(lock.admits(STRANGER)).isFalse();
        assertThat(lock.admits(PEER)).isTrue();
        assertThat(lock.refused()).isEqualTo(1);
    }

    @Test
    void aStrangerWhoCameFirstGivesWayToTheAnnouncedAddressAtOnce() {
        assertThat(lock.admits(STRANGER)).isTrue();
        assertThat(lock.admits(PEER)).isTrue();
        assertThat(lock.admits(STRANGER)).isFalse();
    }

    @Test
    void behindANatTheFirstSourceIsHeardAndNoOther() {
        assertThat(lock.admits(at("198.51.100.7", 4444))).isTrue();
        assertThat(lock.admits(STRANGER)).isFalse();
        assertThat(lock.admits(at("198.51.100.7", 4445))).isFalse();
        assertThat(lock.admits(at("198.51.100.7", 4444))).isTrue();
    }

    @Test
    void reportsAreBelievedOfTheAnnouncedSourceAlone() {
        assertThat(lock.believes(PEER_REPORTS)).as("before the first sound").isTrue();
        assertThat(lock.believes(STRANGER)).isFalse();
        assertThat(lock.admits(PEER)).isTrue();
        assertThat(lock.believes(PEER)).as("on the port of the sound").isTrue();
        assertThat(lock.believes(at("192.0.2.1", 9999))).as("another program of the same host").isFalse();
        assertThat(lock.believes(STRANGER)).isFalse();
    }

    @Test
    void behindANatReportsComeFromTheHostOfTheSound() {
        assertThat(lock.admits(at("198.51.100.7", 4444))).isTrue();
        assertThat(lock.believes(at("198.51.100.7", 4445))).isTrue();
        assertThat(lock.believes(STRANGER)).isFalse();
    }

    @Test
    void anotherAnnouncedAddressIsLockedAnewButNowhereIsNoAddress() {
        assertThat(lock.admits(at("198.51.100.7", 4444))).isTrue();
        lock.announce(new Target(at("0.0.0.0", 4000), at("0.0.0.0", 4001), false));
        assertThat(lock.admits(STRANGER)).as("held the old way").isFalse();
        lock.announce(new Target(PEER, PEER_REPORTS, false));
        assertThat(lock.admits(STRANGER)).as("resumed at the same place").isFalse();
        lock.announce(new Target(at("192.0.2.1", 6000), at("192.0.2.1", 6001), false));
        assertThat(lock.admits(at("198.51.100.7", 7777))).as("after a re-INVITE the first sender counts").isTrue();
    }
}
