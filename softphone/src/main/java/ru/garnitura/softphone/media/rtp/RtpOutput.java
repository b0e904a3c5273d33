package ru.garnitura.softphone.media.rtp;

/// Where finished datagrams go: a socket, or a test. Audio lane; must not block.
public interface RtpOutput {

    /// `data` is the caller's again on return.
    void rtp(byte[] data, int length);

    /// `data` is the caller's again on return.
    void rtcp(byte[] data, int length);
}
