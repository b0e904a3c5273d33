package ru.garnitura.kb.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.index.QueryWord.Meaning;

/// Turns a search as understood into Lucene's terms.
final class QueryPlan {

    private static final float TITLE = 8;
    private static final float NAME = 5;
    private static final float SECTION = 1;
    private static final float BODY = 1;
    private static final float ROOT = 0.5f;
    private static final float CORE = 0.15f;
    private static final float TIE = 0.2f;
    private static final float COMPLETION = 0.7f;
    private static final float TITLE_PHRASE = 6;
    private static final float BODY_PHRASE = 1;
    private static final int COMPLETIONS = 10;
    private static final int SLOP = 4;

    private final Vocabulary vocabulary;
    private final WordForms forms;

    QueryPlan(Vocabulary vocabulary, WordForms forms) {
        this.vocabulary = vocabulary;
        this.forms = forms;
    }

    /// @param least how many of the words an article has to have
    Query query(Reading reading, SearchRequest request, int least) {
        var words = new BooleanQuery.Builder();
        reading.words().forEach(word -> words.add(word(word), Occur.SHOULD));
        words.setMinimumNumberShouldMatch(least);
        var query = new BooleanQuery.Builder();
        if (!reading.words().isEmpty()) {
            query.add(words.build(), Occur.MUST);
        }
        reading.phrases().forEach(phrase -> query.add(quoted(phrase), Occur.MUST));
        neighbours(reading, query);
        filters(request, query);
        return query.build();
    }

    private static void filters(SearchRequest request, BooleanQuery.Builder query) {
        if (!request.within().equals(Section.ROOT)) {
            var place = String.join(ArticleDocument.SEPARATOR, request.within().path());
            query.add(new TermQuery(new Term(Fields.WITHIN, place)), Occur.FILTER);
        }
        request.tags().forEach(tag -> query.add(new TermQuery(new Term(Fields.TAG, tag)), Occur.FILTER));
    }

    private Query quoted(List<String> phrase) {
        return new DisjunctionMaxQuery(List.of(
                new BoostQuery(phrase(Fields.TITLE_STEM, phrase, 0), TITLE),
                new BoostQuery(phrase(Fields.NAME_STEM, phrase, 0), NAME),
                phrase(Fields.BODY_STEM, phrase, 0)), TIE);
    }

    private void neighbours(Reading reading, BooleanQuery.Builder query) {
        var words = reading.words().stream().map(word -> word.meanings().getFirst().word()).toList();
        for (var i = 0; i + 1 < words.size(); i++) {
            var pair = words.subList(i, i + 2);
            query.add(new BoostQuery(phrase(Fields.TITLE_STEM, pair, SLOP), TITLE_PHRASE), Occur.SHOULD);
            query.add(new BoostQuery(phrase(Fields.BODY_STEM, pair, SLOP), BODY_PHRASE), Occur.SHOULD);
        }
    }

    private Query phrase(String field, List<String> words, int slop) {
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, forms.stem(word))));
        phrase.setSlop(slop);
        return phrase.build();
    }

    private Query word(QueryWord word) {
        var ways = new ArrayList<Query>();
        for (var stem : stems(word).entrySet()) {
            way(ways, Fields.TITLE_STEM, stem.getKey(), stem.getValue() * TITLE);
            way(ways, Fields.NAME_STEM, stem.getKey(), stem.getValue() * NAME);
            if (!word.isBarelyBegun()) {
                way(ways, Fields.BODY_STEM, stem.getKey(), stem.getValue() * BODY);
                way(ways, Fields.SECTION_STEM, stem.getKey(), stem.getValue() * SECTION);
            }
        }
        for (var meaning : word.meanings()) {
            var root = forms.root(meaning.word());
            var weight = (float) meaning.weight() * ROOT;
            way(ways, Fields.TITLE_ROOT, root, weight * TITLE);
            way(ways, Fields.NAME_ROOT, root, weight * NAME);
            way(ways, Fields.BODY_ROOT, root, weight * BODY);
            var core = forms.core(meaning.word());
            var far = (float) meaning.weight() * CORE;
            way(ways, Fields.TITLE_CORE, core, far * TITLE);
            way(ways, Fields.NAME_CORE, core, far * NAME);
            way(ways, Fields.BODY_CORE, core, far * BODY);
        }
        return new DisjunctionMaxQuery(ways, TIE);
    }

    private static void way(List<Query> ways, String field, String term, float weight) {
        ways.add(new BoostQuery(new TermQuery(new Term(field, term)), weight));
    }

    /// Stems by which a word is looked for, with their weights: of what it may mean, and of what it may become.
    Map<String, Float> stems(QueryWord word) {
        var stems = new LinkedHashMap<String, Float>();
        for (var meaning : word.meanings()) {
            stems.merge(forms.stem(meaning.word()), (float) meaning.weight(), Math::max);
        }
        if (word.unfinished()) {
            word.meanings().forEach(meaning -> complete(meaning, stems));
        }
        return stems;
    }

    private void complete(Meaning meaning, Map<String, Float> stems) {
        vocabulary.startingWith(meaning.word()).stream().limit(COMPLETIONS).forEach(found ->
                stems.merge(forms.stem(found.word()), (float) meaning.weight() * COMPLETION, Math::max));
    }
}
