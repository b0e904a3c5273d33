package ru.garnitura.softphone.media.codec;

/// One companding law of ITU-T G.711 as a pair of tables. Immutable.
public final class G711 {

    public static final G711 A_LAW = new G711(G711::expandALaw);
    public static final G711 MU_LAW = new G711(G711::expandMuLaw);

    /// Samples are companded by their 14 upper bits; the laws resolve no finer.
    private static final int SHIFT = 2;

    private final short[] expand = new short[256];
    private final byte[] compress = new byte[65536 >> SHIFT];

    private interface Law {
        int expand(int code);
    }

    private G711(Law law) {
        for (int code = 0; code < 256; code++) {
            expand[code] = (short) law.expand(code);
        }
        for (int step = 0; step < compress.length; step++) {
            int sample = (short) (step << SHIFT);
            compress[step] = (byte) nearest(sample + (1 << (SHIFT - 1)));
        }
    }

    public short expand(byte code) {
        return expand[code & 0xff];
    }

    public byte compress(short sample) {
        return compress[(sample & 0xffff) >> SHIFT];
    }

    private int nearest(int sample) {
        int best = 0;
        int bestDistance = Integer.MAX_VALUE;
        for (int code = 0; code < 256; code++) {
            int distance = Math.abs(expand[code] - sample);
            if (distance < bestDistance) {
                best = code;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int expandALaw(int code) {
        int value = code ^ 0x55;
        int segment = (value >> 4) & 7;
        int magnitude = ((value & 0x0f) << 4) + 8;
        if (segment > 0) {
            magnitude = (magnitude + 0x100) << (segment - 1);
        }
        return (value & 0x80) != 0 ? magnitude : -magnitude;
    }

    private static int expandMuLaw(int code) {
        int value = ~code & 0xff;
        int magnitude = ((((value & 0x0f) << 3) + 0x84) << ((value >> 4) & 7)) - 0x84;
        return (value & 0x80) != 0 ? -magnitude : magnitude;
    }
}
