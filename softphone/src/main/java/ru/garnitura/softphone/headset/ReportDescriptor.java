package ru.garnitura.softphone.headset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields of a HID device's reports (USB HID 1.11, section 6.2.2). A descriptor that makes no sense has no fields.
final class ReportDescriptor {

    private static final int MOST_FIELDS = 4_096;
    private static final int MOST_BITS = 8 * 4_096;
    private static final int INPUT = 0x80;
    private static final int OUTPUT = 0x90;
    private static final int FEATURE = 0xB0;

    /// One value of a report.
    ///
    /// @param output whether the computer says it
    /// @param report its report's number, 0 where the device has one report only
    /// @param bit    where it begins, the report's number not counted
    /// @param usage  page in the upper 16 bits
    record Field(boolean output, int report, int bit, int size, int usage, boolean relative) {
    }

    private final List<Field> fields = new ArrayList<>();
    private final Map<Integer, Integer> lengths = new HashMap<>();
    private final Deque<Globals> saved = new ArrayDeque<>();
    private final List<Integer> usages = new ArrayList<>();
    private Globals globals = new Globals(0, 0, 0, 0);
    private int least;

    private record Globals(int page, int size, int count, int report) {
    }

    private ReportDescriptor() {
    }

    static List<Field> parse(byte[] bytes) {
        ReportDescriptor parsed = new ReportDescriptor();
        int at = 0;
        while (at < bytes.length) {
            int head = bytes[at] & 0xff;
            int length = head == 0xFE ? 0 : (head & 3) == 3 ? 4 : head & 3;
            if (head == 0xFE || at + 1 + length > bytes.length || !parsed.item(head & 0xFC, value(bytes, at + 1, length), length)) {
                return List.of();
            }
            at += 1 + length;
        }
        return List.copyOf(parsed.fields);
    }

    private static int value(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value |= (bytes[from + i] & 0xff) << (8 * i);
        }
        return value;
    }

    private boolean item(int tag, int value, int length) {
        switch (tag) {
            case 0x04 -> globals = new Globals(value, globals.size, globals.count, globals.report);
            case 0x74 -> globals = new Globals(globals.page, value, globals.count, globals.report);
            case 0x94 -> globals = new Globals(globals.page, globals.size, value, globals.report);
            case 0x84 -> globals = new Globals(globals.page, globals.size, globals.count, value);
            case 0xA4 -> saved.push(globals);
            case 0xB4 -> globals = saved.isEmpty() ? globals : saved.pop();
            case 0x08 -> usages.add(usage(value, length));
            case 0x18 -> least = usage(value, length);
            case 0x28 -> range(usage(value, length));
            case INPUT, OUTPUT, FEATURE -> {
                return main(tag, value);
            }
            case 0xA0, 0xC0 -> usages.clear();
            default -> { }
        }
        return usages.size() <= MOST_FIELDS;
    }

    private int usage(int value, int length) {
        return length == 4 ? value : (globals.page << 16) | (value & 0xffff);
    }

    private void range(int most) {
        for (int usage = least; usage <= most && usages.size() <= MOST_FIELDS; usage++) {
            usages.add(usage);
        }
    }

    /// Bits 0 to 2 of the value: constant, variable, relative.
    private boolean main(int tag, int value) {
        int key = (tag << 16) | globals.report;
        int start = lengths.getOrDefault(key, 0);
        long bits = (long) globals.size * globals.count;
        if (globals.size < 0 || globals.count < 0 || globals.size > 32 || start + bits > MOST_BITS) {
            return false;
        }
        boolean single = (value & 3) == 2 && globals.size > 0;
        for (int i = 0; single && tag != FEATURE && i < globals.count && !usages.isEmpty(); i++) {
            fields.add(new Field(tag == OUTPUT, globals.report, start + i * globals.size, globals.size,
                    usages.get(Math.min(i, usages.size() - 1)), (value & 4) != 0));
        }
        lengths.put(key, start + (int) bits);
        usages.clear();
        return fields.size() <= MOST_FIELDS;
    }
}
