package ru.garnitura.sessions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void controlsThatReorderOrHideAreShown() {
        assertThat(SafeText.line("a\u202Eb\u200Bc\u0000d")).isEqualTo("a[U+202E]b[U+200B]c[U+0000]d");
    }

    @Test
    void aNameWrittenFromTheRightIsIsolated() {
        assertThat(SafeText.line("\u05D0\u05D1")).isEqualTo("\u2068\u05D0\u05D1\u2069");
    }

    @Test
    void aLineStaysOneLineAndShort() {
        assertThat(SafeText.line(" one\n\ttwo ")).isEqualTo("one two");
        assertThat(SafeText.line("x".repeat(10_000))).hasSize(120);
    }

    @Test
    void aBlockKeepsItsLinesAndEmojiTheirJoiners() {
        assertThat(SafeText.block("one\ntwo \uD83D\uDC68\u200D\uD83D\uDC66", 100))
                .isEqualTo("one\ntwo \uD83D\uDC68\u200D\uD83D\uDC66");
    }

    @Test
    void aHugeBlockIsCut() {
        assertThat(SafeText.block("x".repeat(10_000_000), 4_000)).hasSize(4_000);
    }
}
