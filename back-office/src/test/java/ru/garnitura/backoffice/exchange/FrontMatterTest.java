package ru.garnitura.backoffice.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrontMatterTest {

    @Test
    void fieldsListsAndBodyAreRead() {
        FrontMatter matter = FrontMatter.parse(
                """
                ---
                id: a-001
                title: "Тариф: условия"
                tags: [тариф, "свой, особый"]
                empty: []
                ---

                Текст
                ---
                после черты
                """);
        assertThat(matter.field("title")).isEqualTo("Тариф: условия");
        assertThat(matter.list("tags")).first().isEqualTo("тариф");
        assertThat(matter.list("empty")).isEmpty();
        assertThat(matter.body()).isEqualTo("\nТекст\n---\nпосле черты\n");
    }

    @Test
    void aFileWithoutFrontMatterIsRefused() {
        assertThatThrownBy(() -> FrontMatter.parse("Текст")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FrontMatter.parse("---\nid: a\n---\n").field("title")).hasMessageContaining("title");
    }
}
