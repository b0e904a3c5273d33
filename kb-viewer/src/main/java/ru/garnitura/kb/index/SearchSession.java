package ru.garnitura.kb.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
            return new SearchAnswer(List.of(), reading.understanding());
        }
        var found = find(reading, request);
        return new SearchAnswer(hits(found, reading), reading.understanding());
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

    private List<SearchHit> hits(List<Integer> found, Reading reading) throws IOException {
        var snippets = new Snippets(forms, plan, reading);
        var stored = searcher.storedFields();
        var hits = new ArrayList<SearchHit>();
        for (var doc : found) {
            hits.add(hit(stored.document(doc), snippets));
        }
        return hits;
    }

    private static SearchHit hit(Document document, Snippets snippets) {
        var title = document.get(Fields.TITLE);
        var section = document.get(Fields.SECTION);
        var path = section.isEmpty() ? Section.ROOT : Section.of(section.split(ArticleDocument.SEPARATOR, -1));
        var must = document.getField(Fields.MUST_READ).numericValue().intValue() == 1;
        var passage = snippets.best(document.get(Fields.PLAIN), title);
        return new SearchHit(new ArticleTitle(new ArticleId(document.get(Fields.ID)), title, path, must),
                snippets.mark(title), passage.text(), snippets.hasAll(title) ? 0 : passage.block());
    }

    /// The rarest words that the base knows decide; an article needs two of them.
    List<SearchHit> suggest(String conversation, int limit) throws IOException {
        var words = StopWords.without(Tokens.words(Tokens.compose(conversation))).stream()
                .filter(word -> word.length() > 2 && vocabulary.knows(word)).distinct()
                .sorted(Comparator.comparingInt(vocabulary::articlesWith)).limit(CONVERSATION_WORDS)
                .map(word -> new QueryWord(List.of(new QueryWord.Meaning(word, 1)), false)).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var reading = new Reading(words, List.of(), new Understanding("", List.of(), false));
        var query = plan.query(reading, SearchRequest.of("", limit), Math.min(2, words.size()));
        var found = new ArrayList<Integer>();
        for (var doc : searcher.search(query, limit).scoreDocs) {
            found.add(doc.doc);
        }
        return hits(found, reading);
    }
}
