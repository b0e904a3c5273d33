package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BugReportsTest {

    @Test
    void theSameBugHasTheSameCodeEverywhere() {
        assertThat(BugReports.codeOf(bug("one"))).isEqualTo(BugReports.codeOf(bug("two"))).matches("G-[0-9A-Z]{4}");
        assertThat(BugReports.codeOf(new IllegalArgumentException())).isNotEqualTo(BugReports.codeOf(bug("one")));
    }

    private static RuntimeException bug(String message) {
        return new IllegalStateException(message);
    }
}
