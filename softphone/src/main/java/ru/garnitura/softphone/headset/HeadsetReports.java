package ru.garnitura.softphone.headset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import ru.garnitura.softphone.headset.ReportDescriptor.Field;

/// Reads a headset's reports and writes those of its lamps. One thread reads; writing is any thread's.
final class HeadsetReports {

    private static final int HOOK = 0x000B_0020;
    private static final int MUTE = 0x000B_002F;
    private static final int LAMP_MUTE = 0x0008_0009;
    private static final int LAMP_OFF_HOOK = 0x0008_0017;
    private static final int LAMP_RING = 0x0008_0018;

    private final List<Field> fields;
    private final boolean numbered;
    private boolean offHook;
    private boolean mutePressed;

    private HeadsetReports(List<Field> fields) {
        this.fields = fields;
        numbered = fields.stream().anyMatch(field -> field.report() != 0);
    }

    /// @return empty where the device has no hook switch
    static Optional<HeadsetReports> of(byte[] descriptor) {
        List<Field> fields = ReportDescriptor.parse(descriptor);
        return fields.stream().anyMatch(field -> !field.output() && field.usage() == HOOK)
                ? Optional.of(new HeadsetReports(fields)) : Optional.empty();
    }

    /// Tells what was pressed since the last report.
    void read(byte[] report, int length, Consumer<HeadsetButton> pressed) {
        for (Field field : fields) {
            if (!field.output() && isIn(field, report, length)) {
                boolean on = bit(report, field);
                switch (field.usage()) {
                    case HOOK -> hook(on, pressed);
                    case MUTE -> mute(on, pressed);
                    default -> { }
                }
            }
        }
    }

    private boolean isIn(Field field, byte[] report, int length) {
        int begin = numbered ? 8 : 0;
        return length > 0 && (!numbered || (report[0] & 0xff) == field.report()) && begin + field.bit() < 8 * length;
    }

    private boolean bit(byte[] report, Field field) {
        int at = field.bit() + (numbered ? 8 : 0);
        return ((report[at / 8] >> (at % 8)) & 1) != 0;
    }

    private void hook(boolean on, Consumer<HeadsetButton> pressed) {
        if (on != offHook) {
            offHook = on;
            pressed.accept(on ? HeadsetButton.OFF_HOOK : HeadsetButton.ON_HOOK);
        }
    }

    private void mute(boolean on, Consumer<HeadsetButton> pressed) {
        if (on && !mutePressed) {
            pressed.accept(HeadsetButton.MUTE);
        }
        mutePressed = on;
    }

    /// One output report for each that carries a lamp, beginning with its number (0 where the device has none).
    List<byte[]> write(HeadsetLamps lamps) {
        TreeMap<Integer, byte[]> reports = new TreeMap<>();
        for (Field field : fields) {
            if (field.output()) {
                byte[] report = reports.computeIfAbsent(field.report(), this::empty);
                if (isLit(field.usage(), lamps)) {
                    int at = 1 + field.bit() / 8;
                    report[at] = (byte) (report[at] | (1 << (field.bit() % 8)));
                }
            }
        }
        reports.values().removeIf(report -> fields.stream().noneMatch(
                field -> field.output() && field.report() == (report[0] & 0xff) && isLamp(field.usage())));
        return new ArrayList<>(reports.values());
    }

    private byte[] empty(int number) {
        int bits = fields.stream().filter(field -> field.output() && field.report() == number)
                .mapToInt(field -> field.bit() + field.size()).max().orElse(0);
        byte[] report = new byte[1 + (bits + 7) / 8];
        report[0] = (byte) number;
        return report;
    }

    private static boolean isLamp(int usage) {
        return usage == LAMP_MUTE || usage == LAMP_OFF_HOOK || usage == LAMP_RING;
    }

    private static boolean isLit(int usage, HeadsetLamps lamps) {
        return switch (usage) {
            case LAMP_MUTE -> lamps.muted();
            case LAMP_OFF_HOOK -> lamps.offHook();
            case LAMP_RING -> lamps.ringing();
            default -> false;
        };
    }
}
