package ru.garnitura.kb.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleBody;
import ru.garnitura.kb.article.Section;

/// An article as Lucene keeps it.
final class ArticleDocument {

    static final String SEPARATOR = "\u001f";

    private final WordForms forms;

    ArticleDocument(WordForms forms) {
        this.forms = forms;
    }

    Document of(Article article) {
        var document = new Document();
        var title = Tokens.compose(article.title());
        var plain = Tokens.compose(ArticleBody.of(article.text()).plain());
        document.add(new StringField(Fields.ID, article.id().value(), Field.Store.YES));
        document.add(new StoredField(Fields.REVISION, article.revision().value()));
        document.add(new StoredField(Fields.TITLE, title));
        document.add(new StoredField(Fields.PLAIN, plain));
        document.add(new StoredField(Fields.MUST_READ, article.labels().mustRead() ? 1 : 0));
        document.add(new StoredField(Fields.NAMES, String.join("\n", article.labels().synonyms())));
        addSection(document, article.section());
        article.labels().tags().forEach(tag -> document.add(new StringField(Fields.TAG, tag, Field.Store.YES)));

        var titleWords = Tokens.words(title);
        var bodyWords = Tokens.words(plain);
        var names = names(article);
        var all = new ArrayList<>(titleWords);
        all.addAll(bodyWords);
        all.addAll(names);
        document.add(words(Fields.WORD, all.stream().distinct().toList(), Fields.WORDS));
        addForms(document, "t", titleWords);
        addForms(document, "b", bodyWords);
        addForms(document, "n", names);
        return document;
    }

    /// What editors say it is called, besides its title.
    private static List<String> names(Article article) {
        var names = new ArrayList<String>();
        article.labels().synonyms().forEach(name -> names.addAll(Tokens.words(Tokens.compose(name))));
        article.labels().tags().forEach(name -> names.addAll(Tokens.words(Tokens.compose(name))));
        return names;
    }

    private void addSection(Document document, Section section) {
        document.add(new StoredField(Fields.SECTION, String.join(SEPARATOR, section.path())));
        for (var place = section; !place.path().isEmpty(); place = place.parent()) {
            document.add(new StringField(Fields.WITHIN, String.join(SEPARATOR, place.path()), Field.Store.NO));
        }
        var words = Tokens.words(Tokens.compose(String.join(" ", section.path())));
        document.add(counted(Fields.SECTION_STEM, words.stream().map(forms::stem).toList()));
    }

    private void addForms(Document document, String part, List<String> words) {
        var reduced = words.stream().map(forms::of).toList();
        document.add(words(part + "s", reduced.stream().map(WordForm::stem).toList(), Fields.PLACED));
        document.add(counted(part + "r", reduced.stream().map(WordForm::root).toList()));
        document.add(counted(part + "c", reduced.stream().map(WordForm::core).toList()));
    }

    private static Field counted(String field, List<String> words) {
        return new Field(field, new CountedStream(words), Fields.COUNTED);
    }

    private static Field words(String field, List<String> words, FieldType type) {
        return new Field(field, new WordStream(words), type);
    }
}
