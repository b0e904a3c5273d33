package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelephoneEventTest {

    private static final PacketClock CLOCK = new PacketClock(new StreamFormats.Events(101, 8000), 20, 8000);
    private final Wire wire = new Wire();
    private final RtpSender sender = new RtpSender(wire, 1, 65_530, -100);
    private final TelephoneEventSender events = new TelephoneEventSender();

    private void run(int packets) {
        for (int i = 0; i < packets; i++) {
            events.tick(sender, CLOCK);
            sender.advance(CLOCK.packetTicks());
        }
    }

    @Test
    void aPressHasGrowingDurationsAndThreeEnds() {
        events.press('5');
        run(20);
        assertThat(wire.packets).hasSize(7);
        List<Integer> durations = new ArrayList<>();
        int ends = 0;
        for (byte[] packet : wire.packets) {
            assertThat(packet[12]).isEqualTo((byte) 5);
            durations.add(((packet[14] & 0xff) << 8) | (packet[15] & 0xff));
            ends += packet[13] < 0 ? 1 : 0;
            assertThat(Bytes.getInt(packet, 4)).isEqualTo(-100);
        }
        assertThat(durations).containsExactly(160, 320, 480, 640, 800, 800, 800);
        assertThat(ends).isEqualTo(3);
        assertThat(wire.packets.getFirst()[1] & 0x80).isNotZero();
        assertThat(wire.packets.get(1)[1] & 0x80).isZero();
    }

    @Test
    void eachPressIsHeardOnceWhicheverPacketsAreLost() {
        for (char digit : "0123456789*#ABCD55".toCharArray()) {
            events.press(digit);
        }
        run(500);
        for (int kept = 0; kept < 7; kept++) {
            StringBuilder heard = new StringBuilder();
            TelephoneEventReceiver receiver = new TelephoneEventReceiver(heard::append);
            RtpPacket packet = new RtpPacket();
            for (int i = kept; i < wire.packets.size(); i += 7) {
                packet.read(wire.packets.get(i), wire.packets.get(i).length);
                receiver.receive(packet);
                receiver.receive(packet);
            }
            assertThat(heard.toString()).isEqualTo("0123456789*#ABCD55");
        }
    }

    @Test
    void aSideThatTakesNoEventsGetsNone() {
        events.press('1');
        assertThat(events.tick(sender, new PacketClock(StreamFormats.Events.NONE, 20, 8000))).isFalse();
        assertThat(wire.packets).isEmpty();
    }

    @Test
    void whatIsOnNoKeypadIsRefused() {
        assertThatThrownBy(() -> events.press('x')).isInstanceOf(IllegalArgumentException.class);
    }
}
