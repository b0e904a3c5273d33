package ru.garnitura.kb.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RussianRootTest {

    private final WordForms forms = new WordForms();

    @ParameterizedTest
    @CsvSource({"удалять, удаление", "оплатить, оплата", "оплачивать, оплата", "защищать, защитить",
        "оформление, оформить", "блокировка, блокировать", "регистрация, зарегистрированный", "проверка, проверять",
        "нумеровать, нумерация", "активировать, активация", "настройка, настроить", "подключение, подключать"})
    void aVerbAndItsNounMeet(String one, String other) {
        var sameRoot = forms.root(one).equals(forms.root(other));
        assertThat(sameRoot || forms.core(one).equals(forms.core(other)))
                .as("%s and %s", forms.of(one), forms.of(other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"строк, строка", "ссылок, ссылка", "ячеек, ячейка", "карточек, карточка", "владелец, владельца"})
    void aFleetingVowelDoesNotPart(String one, String other) {
        assertThat(forms.stem(one)).isEqualTo(forms.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"баланс, блокировка", "тариф, трафик", "номер, нормы", "договор, дорога"})
    void strangersStayApart(String one, String other) {
        assertThat(forms.core(one)).isNotEqualTo(forms.core(other));
    }
}
