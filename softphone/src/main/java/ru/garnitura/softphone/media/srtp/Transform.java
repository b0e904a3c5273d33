package ru.garnitura.softphone.media.srtp;

/// What is done to packets of one kind with the keys of one direction, in place and without allocation.
interface Transform {

    /// Written into the word behind an encrypted report.
    int ENCRYPTED = 0x80000000;

    static Transform forRtp(SrtpKeys master) {
        return master.suite().isGalois() ? GaloisTransform.of(master, SessionKeys.RTP_LABEL)
                : new CounterTransform(master, SessionKeys.RTP_LABEL);
    }

    static Transform forRtcp(SrtpKeys master) {
        return master.suite().isGalois() ? GaloisTransform.of(master, SessionKeys.RTCP_LABEL)
                : new CounterTransform(master, SessionKeys.RTCP_LABEL);
    }

    /// Encrypts an RTP packet's payload and writes the tag behind it.
    ///
    /// @param from  where the payload begins
    /// @param index of the packet, 48 bits
    void sealRtp(byte[] packet, int from, int length, long index);

    /// Checks the tag behind `length` bytes and decrypts them; false where it is wrong.
    boolean openRtp(byte[] packet, int from, int length, long index);

    /// Encrypts a report and writes tag and word behind it.
    ///
    /// @return its new length
    int sealRtcp(byte[] report, int length, int word);

    /// By how much a protected report is longer.
    int reportOverhead();

    /// Where the word of a protected report is.
    int wordAt(int length);

    /// Checks the tag of a protected report and decrypts it where its word says so; false where the tag is wrong.
    boolean openRtcp(byte[] report, int length);
}
