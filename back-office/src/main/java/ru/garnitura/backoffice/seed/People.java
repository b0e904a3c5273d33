package ru.garnitura.backoffice.seed;

import java.util.List;
import java.util.Map;
import ru.garnitura.backoffice.desk.Words;

/// The words customers are made of: `seed/people.json`.
record People(
        List<Known> known,
        Names women,
        Names men,
        List<City> cities,
        List<String> streets,
        List<String> tariffs,
        List<String> home,
        List<String> notes,
        List<String> promises,
        List<String> places,
        Map<String, Words> fields) {

    /// Somebody who appears in documents and examples.
    record Known(String name, String phone, String city) {}

    record Names(List<String> surnames, List<String> names, List<String> patronymics) {}

    record City(String name, String zone) {}

    Words words(String field) {
        Words words = fields.get(field);
        if (words == null) {
            throw new IllegalStateException("no words for " + field);
        }
        return words;
    }
}
