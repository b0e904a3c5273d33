package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageSizeTest {

    private final PageSize size = new PageSize();

    @Test
    void pagesGrowOnAQuickLineAndAreSmallOnASlowOneAndBesideACall() {
        assertThat(size.articles()).isEqualTo(PageSize.LEAST);
        for (var page = 0; page < 5; page++) {
            size.came(Duration.ofMillis(300), false);
        }
        assertThat(size.articles()).isEqualTo(PageSize.MOST);
        size.came(Duration.ofSeconds(4), false);
        assertThat(size.articles()).isEqualTo(PageSize.LEAST);
        size.came(Duration.ofMillis(300), false);
        size.came(Duration.ofMillis(300), true);
        assertThat(size.articles()).isEqualTo(PageSize.LEAST);
    }
}
