package ru.garnitura.softphone.media.codec;

import java.util.Locale;

/// What the other side wants of the speech it is sent.
///
/// @param bitrate at most, bit/s
/// @param copies  whether copies of the packet before are of use there
public record ReceiverWishes(int bitrate, boolean copies) {

    /// It leaves all to us.
    public static final ReceiverWishes NONE = new ReceiverWishes(Integer.MAX_VALUE, true);

    /// Opus has no less (RFC 7587, section 6.1), and nobody writes more digits than this.
    private static final int LEAST = 6000;
    private static final int MOST_DIGITS = 9;

    /// As `a=fmtp` of Opus says, such as `maxaveragebitrate=20000;useinbandfec=1`; copies are of use only where it says so
    /// (RFC 7587, section 6.1).
    static ReceiverWishes of(String parameters) {
        int bitrate = Integer.MAX_VALUE;
        boolean copies = false;
        for (String parameter : parameters.split(";", -1)) {
            String[] words = parameter.trim().toLowerCase(Locale.ROOT).split("=", 2);
            String value = words[words.length - 1].trim();
            switch (words[0].trim()) {
                case "maxaveragebitrate" -> bitrate = bitrate(value);
                case "useinbandfec" -> copies = value.equals("1");
                default -> { }
            }
        }
        return new ReceiverWishes(bitrate, copies);
    }

    private static int bitrate(String value) {
        boolean number = !value.isEmpty() && value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(LEAST, Integer.parseInt(value)) : Integer.MAX_VALUE;
    }
}
