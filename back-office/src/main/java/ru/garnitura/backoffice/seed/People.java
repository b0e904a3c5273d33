package ru.garnitura.backoffice.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.customers.Profile;
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
    record Known(
            String name, String phone, String city, LocalDate since, String tariff, Profile.@Nullable Hours hours) {}

    record Names(List<String> surnames, List<String> names, List<String> patronymics) {}

    record City(String name, String zone) {}

    City city(String name) {
        return cities.stream()
                .filter(city -> city.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no city " + name));
    }

    Words words(String field) {
        Words words = fields.get(field);
        if (words == null) {
            throw new IllegalStateException("no words for " + field);
        }
        return words;
    }
}
