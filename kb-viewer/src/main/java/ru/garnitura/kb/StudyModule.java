package ru.garnitura.kb;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.study.StudyQuestions;
import ru.garnitura.kb.study.StudyRecordFile;
import ru.garnitura.kb.ui.KbView;
import ru.garnitura.kb.ui.study.StudyView;
import ru.garnitura.kb.ui.study.StudyViewModel;

/// The study room beside a base: collections with progress, search drills, questions. FX lane.
public final class StudyModule {

    private final StudyView view;

    /// @param base      shows the articles; closed by whoever made it
    /// @param questions the editors' questions
    /// @param record    file that keeps what was reached
    public StudyModule(KbModule base, KbNeeds needs, StudyQuestions questions, Path record) {
        var sources = new StudyViewModel.Sources(base.store(), base.reading(), questions, new StudyRecordFile(record));
        var model = new StudyViewModel(sources, new StudyViewModel.Desk(base.lanes(), article -> base.open(article, ""),
                () -> base.showSearch(""), System::nanoTime, new SecureRandom()));
        view = new StudyView(model, Words.of(needs.language(), "study", KbView.class),
                new Formats(needs.language(), needs.clock()));
        base.opened().subscribe((before, now) -> {
            if (now != null && (before == null || !before.article().equals(now.article()))) {
                model.opened(now.article().id());
            }
        });
        base.kept().subscribe((_, _) -> model.refresh());
        base.status().subscribe(model::refresh);
    }

    /// The room. The same node each time.
    public Node view() {
        return view;
    }

    /// Style sheets of the room and of the base beside it, as URLs.
    public static List<String> stylesheets() {
        var sheets = new ArrayList<>(KbModule.stylesheets());
        sheets.addAll(StudyView.stylesheets());
        return sheets;
    }

    /// Moves the drill's clock; called once a second.
    public void tick() {
        view.tick();
    }
}
