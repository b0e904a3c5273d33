package ru.garnitura.kb.index;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Names of the index's fields and how they are kept.
final class Fields {

    static final String ID = "id";
    static final String REVISION = "rev";
    static final String TITLE = "title";
    static final String SECTION = "section";
    static final String PLAIN = "plain";
    static final String MUST_READ = "must";
    /// Every section the article lies in, for filters.
    static final String WITHIN = "within";
    static final String TAG = "tag";
    /// What editors call the article besides its title, as written.
    static final String NAMES = "names";
    /// Words as written, for knowing which there are.
    static final String WORD = "w";
    static final String TITLE_STEM = "ts";
    static final String TITLE_ROOT = "tr";
    static final String NAME_STEM = "ns";
    static final String NAME_ROOT = "nr";
    static final String BODY_STEM = "bs";
    static final String BODY_ROOT = "br";
    static final String TITLE_CORE = "tc";
    static final String NAME_CORE = "nc";
    static final String BODY_CORE = "bc";
    static final String SECTION_STEM = "ss";

    static final FieldType WORDS = type(IndexOptions.DOCS, true);
    static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);

    private Fields() {
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
