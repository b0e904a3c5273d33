package ru.garnitura.kb.study;

import java.util.List;

/// Port to the editors' questions. Fulfilled by the desktop's link with a copy of its own, so that it works off line.
@FunctionalInterface
public interface StudyQuestions {

    /// All questions known on this machine now; empty where there never were any. Blocks; I/O threads.
    List<QuizQuestion> all();
}
