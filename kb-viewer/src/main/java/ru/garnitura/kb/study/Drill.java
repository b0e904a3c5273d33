package ru.garnitura.kb.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleId;

/// A search drill: find the article that answers a customer's words, against the clock. Times are a monotonic clock's
/// nanoseconds.
///
/// @param answers what became of each prompt so far
/// @param since   when the prompt on screen was shown
/// @param missed  how many wrong articles were opened for it
public record Drill(List<DrillPrompt> prompts, List<Answer> answers, long since, int missed) {

    private static final int FULL = 100;
    private static final int LEAST = 10;
    private static final int QUICK_SECONDS = 10;
    private static final int LOST_PER_SECOND = 2;
    private static final int LOST_PER_MISS = 10;

    public Drill {
        prompts = List.copyOf(prompts);
        answers = List.copyOf(answers);
    }

    /// What became of a prompt.
    ///
    /// @param took   until the right article was open; null where it was skipped
    /// @param points 0 to 100
    public record Answer(DrillPrompt prompt, @Nullable Duration took, int points) {

        public boolean isFound() {
            return took != null;
        }
    }

    public static Drill begin(List<DrillPrompt> prompts, long now) {
        return new Drill(prompts, List.of(), now, 0);
    }

    public boolean isOver() {
        return answers.size() == prompts.size();
    }

    /// @throws IndexOutOfBoundsException when it is over
    public DrillPrompt current() {
        return prompts.get(answers.size());
    }

    /// An article was opened: the right one leads on, another one costs points.
    public Drill opened(ArticleId article, long now) {
        if (isOver()) {
            return this;
        }
        if (!current().right().contains(article)) {
            return new Drill(prompts, answers, since, missed + 1);
        }
        Duration took = Duration.ofNanos(now - since);
        return answered(new Answer(current(), took, points(took)), now);
    }

    /// Gives the prompt up.
    public Drill skipped(long now) {
        return isOver() ? this : answered(new Answer(current(), null, 0), now);
    }

    private Drill answered(Answer answer, long now) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new Drill(prompts, more, now, 0);
    }

    /// All points within ten seconds, two less for each second after them, ten less for each wrong article, ten at least.
    private int points(Duration took) {
        long late = Math.clamp(took.toSeconds() - QUICK_SECONDS, 0, FULL);
        return (int) Math.max(LEAST, FULL - late * LOST_PER_SECOND - (long) missed * LOST_PER_MISS);
    }

    public int points() {
        return answers.stream().mapToInt(Answer::points).sum();
    }

    public int found() {
        return Math.toIntExact(answers.stream().filter(Answer::isFound).count());
    }

    /// Points of all prompts, per cent.
    public int percent() {
        return prompts.isEmpty() ? 0 : points() / prompts.size();
    }
}
