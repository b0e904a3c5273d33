package ru.garnitura.softphone.media.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An output that keeps what was sent.
public final class Wire implements RtpOutput {

    public final List<byte[]> packets = new ArrayList<>();
    public final List<byte[]> reports = new ArrayList<>();

    @Override
    public void rtp(byte[] data, int length) {
        packets.add(Arrays.copyOf(data, length));
    }

    @Override
    public void rtcp(byte[] data, int length) {
        reports.add(Arrays.copyOf(data, length));
    }
}
