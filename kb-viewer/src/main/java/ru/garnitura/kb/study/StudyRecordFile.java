package ru.garnitura.kb.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.ArticleId;

/// Keeps a [StudyRecord] over restarts. A file that can't be read counts as a new one, one that can't be written is left
/// as it was; both go to the log. I/O threads.
public final class StudyRecordFile {

    private static final Logger LOG = LoggerFactory.getLogger(StudyRecordFile.class);

    private final Path file;

    /// @param file in a folder that is there
    public StudyRecordFile(Path file) {
        this.file = file;
    }

    public StudyRecord read() {
        if (!Files.exists(file)) {
            return StudyRecord.NOTHING;
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
            return new StudyRecord(number(kept, "drill.best"), number(kept, "drill.last"), number(kept, "quiz.best"),
                    number(kept, "quiz.last"), ids(kept.getProperty("repeat", "")));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} can't be read and is begun anew", file, e);
            return StudyRecord.NOTHING;
        }
    }

    public synchronized void write(StudyRecord record) {
        var kept = new Properties();
        kept.setProperty("drill.best", Integer.toString(record.bestDrill()));
        kept.setProperty("drill.last", Integer.toString(record.lastDrill()));
        kept.setProperty("quiz.best", Integer.toString(record.bestQuiz()));
        kept.setProperty("quiz.last", Integer.toString(record.lastQuiz()));
        kept.setProperty("repeat", record.repeat().stream().map(ArticleId::value).sorted().collect(Collectors.joining("\n")));
        var next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Files.newBufferedWriter(next)) {
                kept.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} can't be written", file, e);
        }
    }

    private static int number(Properties kept, String key) {
        return Math.clamp(Long.parseLong(kept.getProperty(key, "-1")), -1, 100);
    }

    private static Set<ArticleId> ids(String lines) {
        return Arrays.stream(lines.split("\n", -1)).filter(line -> !line.isBlank()).map(ArticleId::new).collect(Collectors.toSet());
    }
}
