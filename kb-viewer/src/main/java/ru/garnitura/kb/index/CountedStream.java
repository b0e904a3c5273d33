package ru.garnitura.kb.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/// Hands words to Lucene with their number, each once: where their places do not matter, taking each in again and again is
/// most of the work of indexing.
final class CountedStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> counts;
    private Iterator<Entry<String, Integer>> rest;

    CountedStream(Collection<String> words) {
        counts = HashMap.newHashMap(words.size());
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        rest = counts.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        var next = rest.next();
        term.setEmpty().append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }

    @Override
    public void reset() {
        rest = counts.entrySet().iterator();
    }
}
