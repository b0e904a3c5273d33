package ru.garnitura.kb.store;

import java.nio.file.Path;
import java.time.Instant;
import ru.garnitura.kb.article.ArticleId;

/// A process that marks one favourite after the other and says each, until it is killed.
final class MarkingProcess {

    private MarkingProcess() {
    }

    public static void main(String[] args) {
        var own = new OwnRecords(Path.of(args[0]), damage -> System.out.println("damaged " + damage));
        for (var next = own.reading().favourites().size(); true; next++) {
            own.reading().favourite(new ArticleId("t-" + next), true);
            own.searches().searched("words " + next, Instant.ofEpochSecond(next));
            System.out.println("marked " + next);
        }
    }
}
