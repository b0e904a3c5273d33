package ru.garnitura.desktop.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();

    @Test
    void theGravestStandsFirst() {
        notices.show(Notice.news("news", new SimpleStringProperty("")));
        notices.show(Notice.trouble("trouble", new SimpleStringProperty("")));
        notices.show(Notice.warning("warning", new SimpleStringProperty("")));

        assertThat(notices.shown()).extracting(Notice::id).containsExactly("trouble", "warning", "news");
    }

    @Test
    void aNoticeReplacesAnEarlierOneOfItsId() {
        notices.show(Notice.warning("sip", new SimpleStringProperty("first")));
        notices.show(Notice.trouble("sip", new SimpleStringProperty("second")));

        assertThat(notices.shown()).singleElement().extracting(notice -> notice.text().getValue()).isEqualTo("second");
    }

    @Test
    void aClearedNoticeIsGone() {
        notices.show(Notice.warning("sip", new SimpleStringProperty("")));
        notices.clear("sip");

        assertThat(notices.shown()).isEmpty();
    }
}
