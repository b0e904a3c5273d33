package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtpPacketTest {

    private final RtpPacket packet = new RtpPacket();

    @Test
    void whatIsWrittenIsRead() {
        byte[] data = new byte[20];
        RtpPacket.writeHeader(data, 101, true, 65_535, -1, 0xcafebabe);
        assertThat(packet.read(data, 20)).isTrue();
        assertThat(packet.payloadType()).isEqualTo(101);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.sequence()).isEqualTo(65_535);
        assertThat(packet.timestamp()).isEqualTo(-1);
        assertThat(packet.ssrc()).isEqualTo(0xcafebabe);
        assertThat(packet.payloadLength()).isEqualTo(8);
    }

    @Test
    void contributorsExtensionAndPaddingAreSkipped() {
        byte[] data = new byte[40];
        RtpPacket.writeHeader(data, 0, false, 1, 1, 1);
        data[0] |= 0x20 | 0x10 | 2;
        data[23] = 1;
        data[39] = 4;
        assertThat(packet.read(data, 40)).isTrue();
        assertThat(packet.payloadAt()).isEqualTo(28);
        assertThat(packet.payloadLength()).isEqualTo(8);
    }

    @Test
    void malformedPacketsAreRefused() {
        byte[] data = new byte[40];
        assertThat(packet.read(data, 40)).as("version 0").isFalse();
        RtpPacket.writeHeader(data, 0, false, 1, 1, 1);
        assertThat(packet.read(data, 11)).as("short").isFalse();
        data[0] |= 15;
        assertThat(packet.read(data, 40)).as("contributors beyond the end").isFalse();
        data[0] = (byte) 0xa0;
        data[39] = (byte) 200;
        assertThat(packet.read(data, 40)).as("padding beyond the start").isFalse();
    }
}
