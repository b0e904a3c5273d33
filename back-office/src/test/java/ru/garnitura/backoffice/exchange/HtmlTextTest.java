package ru.garnitura.backoffice.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void structureIsKeptAndScriptsAreNot() {
        HtmlText.Read read = HtmlText.read("""
                <html><head><title>Запасной</title><style>p{color:red}</style></head><body>
                <nav><a href="/">Меню</a></nav><h1>Возврат <b>товара</b></h1>
                <p onclick="steal()">Деньги вернутся за <strong>3</strong>&nbsp;дня.<br>Не раньше.</p>
                <script>alert(1)</script>
                <h2>Шаги</h2><ol><li>Найти заказ<ul><li>по номеру</li></ul></li><li>Создать <a href="claim.html#a">заявку</a></li></ol>
                <table><tr><th>Что</th><th>Срок</th></tr><tr><td>Телефон</td><td>5 | 7</td></tr></table>
                <blockquote>Не обещайте дату.</blockquote><p># не заголовок *и не выделено*</p>
                <p><a href="javascript:alert(1)">жми</a><img src="javascript:x"><img src="shot.png" alt="Снимок"></p>
                <iframe src="http://evil"></iframe></body></html>
                """, link -> link.startsWith("claim") ? Optional.of("kb:claim") : Optional.empty());
        assertThat(read.title()).isEqualTo("Возврат товара");
        assertThat(read.markdown()).isEqualTo("""
                Деньги вернутся за **3** дня.

                Не раньше.

                ## Шаги

                1. Найти заказ

                   - по номеру
                2. Создать [заявку](kb:claim)

                | Что | Срок |
                |---|---|
                | Телефон | 5 \\| 7 |

                > Не обещайте дату.

                \\# не заголовок \\*и не выделено\\*

                жми![Снимок](shot.png)
                """);
    }

    @Test
    void aPageOfNestingAloneEnds() {
        String deep = "<div>".repeat(5000) + "дно" + "</div>".repeat(5000);
        assertThat(HtmlText.read(deep, link -> Optional.empty()).markdown()).hasSizeLessThan(100);
    }
}
