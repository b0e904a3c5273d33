package ru.garnitura.kb.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Aligns two lists by their longest common subsequence.
final class Alignment {

    private static final long MOST_CELLS = 4_000_000;

    private final List<String> before;
    private final List<String> now;
    private final List<Step> steps = new ArrayList<>();

    private Alignment(List<String> before, List<String> now) {
        this.before = before;
        this.now = now;
    }

    /// One place in both lists, -1 where a list has nothing there.
    record Step(int before, int now) {
    }

    static List<Step> of(List<String> before, List<String> now) {
        return new Alignment(before, now).align();
    }

    private List<Step> align() {
        var start = 0;
        var end = Math.min(before.size(), now.size());
        while (start < end && before.get(start).equals(now.get(start))) {
            steps.add(new Step(start, start));
            start++;
        }
        var tail = 0;
        while (tail < end - start && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        middle(start, before.size() - tail, now.size() - tail);
        for (var i = tail; i > 0; i--) {
            steps.add(new Step(before.size() - i, now.size() - i));
        }
        return steps;
    }

    private void middle(int start, int beforeEnd, int nowEnd) {
        if ((long) (beforeEnd - start) * (nowEnd - start) > MOST_CELLS) {
            roughly(start, beforeEnd, nowEnd);
        } else {
            walk(start, beforeEnd, nowEnd, lengths(start, beforeEnd, nowEnd));
        }
    }

    private int[][] lengths(int start, int beforeEnd, int nowEnd) {
        var lengths = new int[beforeEnd - start + 1][nowEnd - start + 1];
        for (var i = beforeEnd - start - 1; i >= 0; i--) {
            for (var j = nowEnd - start - 1; j >= 0; j--) {
                lengths[i][j] = before.get(start + i).equals(now.get(start + j)) ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private void walk(int start, int beforeEnd, int nowEnd, int[][] lengths) {
        var i = start;
        var j = start;
        while (i < beforeEnd || j < nowEnd) {
            if (i < beforeEnd && j < nowEnd && before.get(i).equals(now.get(j))) {
                steps.add(new Step(i++, j++));
            } else if (j >= nowEnd || (i < beforeEnd
                    && lengths[i - start + 1][j - start] >= lengths[i - start][j - start + 1])) {
                steps.add(new Step(i++, -1));
            } else {
                steps.add(new Step(-1, j++));
            }
        }
    }

    /// Too long to be aligned: what is in both counts as kept, in today's order.
    private void roughly(int start, int beforeEnd, int nowEnd) {
        var old = new HashSet<>(before.subList(start, beforeEnd));
        var fresh = new HashSet<>(now.subList(start, nowEnd));
        for (var i = start; i < beforeEnd; i++) {
            if (!fresh.contains(before.get(i))) {
                steps.add(new Step(i, -1));
            }
        }
        for (var j = start; j < nowEnd; j++) {
            steps.add(new Step(old.contains(now.get(j)) ? start : -1, j));
        }
    }
}
