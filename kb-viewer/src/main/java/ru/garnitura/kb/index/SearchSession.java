package ru.garnitura.kb.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Section;

/// One search in one state of the index.
final class SearchSession {

    private static final int ENOUGH = 10;
    private static final int CONVERSATION_WORDS = 10;
    private static final double SURE_GUESS = 0.8;
    /// All that is stored of an article but its text.
    private static final Set<String> LABELS = Set.of(Fields.ID, Fields.TITLE, Fields.SECTION, Fields.MUST_READ, Fields.TAG);
    private static final String LONG_NUMBER = ".*\\d{5,}.*";

    static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {
        private final Similarity shortText = new BM25Similarity(1.2f, 0.5f);
        private final Similarity body = new BM25Similarity(1.2f, 0.75f);

        @Override
        public Similarity get(String field) {
            return field.startsWith("b") ? body : shortText;
        }
    };

    private final IndexSearcher searcher;
    private final Vocabulary vocabulary;
    private final WordForms forms;
    private final QueryPlan plan;

    SearchSession(IndexSearcher searcher, Vocabulary vocabulary, WordForms forms) {
        this.searcher = searcher;
        this.vocabulary = vocabulary;
        this.forms = forms;
        this.plan = new QueryPlan(vocabulary, forms);
    }

    SearchAnswer search(SearchRequest request) throws IOException {
        var reading = new QueryReader(vocabulary).read(request.typed());
        if (reading.isEmpty()) {
            return new SearchAnswer(List.of(), reading.understanding(), "");
        }
        var found = find(reading, request);
        return new SearchAnswer(hits(found, reading, request.passages()), reading.understanding(), subject(reading));
    }

    /// Numbers as long as a telephone's or a contract's make no subject, whether the base has them or not.
    private String subject(Reading reading) {
        var words = reading.words().stream().map(word -> word.meanings().getFirst().word()).toList();
        if (!words.stream().allMatch(word -> vocabulary.knows(word) && !word.matches(LONG_NUMBER))) {
            return "";
        }
        return words.stream().map(forms::stem).distinct().sorted().collect(Collectors.joining(" "));
    }

    /// Articles with all the words come first, then those with one less, until there are enough.
    private List<Integer> find(Reading reading, SearchRequest request) throws IOException {
        var found = new LinkedHashSet<Integer>();
        var words = reading.words().size();
        for (var least = words; least >= Math.min(1, words) && found.size() < Math.min(ENOUGH, request.limit()); least--) {
            for (var doc : searcher.search(plan.query(reading, request, least), request.limit()).scoreDocs) {
                found.add(doc.doc);
            }
            if (least == 0) {
                break;
            }
        }
        return found.stream().limit(request.limit()).toList();
    }

    /// The first ones read whole; of the rest no more than their titles say.
    private List<SearchHit> hits(List<Integer> found, Reading reading, int passages) throws IOException {
        var snippets = new Snippets(forms, plan, reading);
        var stored = searcher.storedFields();
        var hits = new ArrayList<SearchHit>();
        for (var doc : found) {
            hits.add(hits.size() < passages ? hit(stored.document(doc), snippets, false)
                    : unread(stored.document(doc, LABELS), snippets));
        }
        return hits;
    }

    private static SearchHit unread(Document document, Snippets snippets) {
        return new SearchHit(article(document), snippets.mark(document.get(Fields.TITLE)), new Marked(List.of()),
                SearchHit.UNREAD, new SearchHit.Why(List.of(document.getValues(Fields.TAG)), List.of()));
    }

    private static SearchHit hit(Document document, Snippets snippets, boolean explained) {
        var title = document.get(Fields.TITLE);
        var plain = document.get(Fields.PLAIN);
        var tags = List.of(document.getValues(Fields.TAG));
        var passage = snippets.best(plain, title);
        var because = explained ? snippets.present(String.join("\n", title, document.get(Fields.NAMES),
                String.join("\n", tags), plain))
                : List.<String>of();
        return new SearchHit(article(document), snippets.mark(title), passage.text(),
                snippets.hasAll(title) ? 0 : passage.block(), new SearchHit.Why(tags, because));
    }

    private static ArticleTitle article(Document document) {
        var section = document.get(Fields.SECTION);
        var path = section.isEmpty() ? Section.ROOT : Section.of(section.split(ArticleDocument.SEPARATOR, -1));
        var must = document.getField(Fields.MUST_READ).numericValue().intValue() == 1;
        return new ArticleTitle(new ArticleId(document.get(Fields.ID)), document.get(Fields.TITLE), path, must);
    }

    /// The rarest words that the base knows decide; an article needs two of them. Small talk, and what most articles
    /// say and no title names, tells nothing about the subject.
    List<SearchHit> suggest(String conversation, int limit) throws IOException {
        var words = Tokens.words(Tokens.compose(conversation)).stream()
                .filter(word -> word.length() > 2 && !StopWords.isSmallTalk(word) && !word.matches(LONG_NUMBER)).distinct()
                .map(this::meant).filter(word -> !word.isEmpty() && !StopWords.isSmallTalk(word)).distinct()
                .filter(word -> !vocabulary.isCommonplace(word))
                .sorted(Comparator.comparingInt(vocabulary::articlesWith)).limit(CONVERSATION_WORDS)
                .map(word -> new QueryWord(List.of(new QueryWord.Meaning(word, 1)), false)).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var reading = new Reading(words, List.of(), new Understanding("", List.of(), false));
        var query = plan.query(reading, SearchRequest.of("", limit), Math.min(2, words.size()));
        var snippets = new Snippets(forms, plan, reading);
        var stored = searcher.storedFields();
        var hits = new ArrayList<SearchHit>();
        for (var doc : searcher.search(query, limit).scoreDocs) {
            hits.add(hit(stored.document(doc.doc), snippets, true));
        }
        return hits;
    }

    /// The word itself, the one it was surely meant to be, or nothing: customers make slips, and say much that no
    /// article knows.
    private String meant(String word) {
        if (vocabulary.knows(word)) {
            return word;
        }
        return vocabulary.corrections(word).stream().filter(guess -> guess.closeness() >= SURE_GUESS)
                .map(Vocabulary.Found::word).findFirst().orElse("");
    }
}
