package ru.garnitura.kb.index;

/// Joins forms that a stemmer leaves apart because a vowel comes and goes before the last consonant: of links and link,
/// of an owner and owner.
final class FleetingVowel {

    private static final int SHORTEST = 5;
    private static final String VOWELS = "аеиоуыэюя";

    private FleetingVowel() {
    }

    /// The stem as its other forms have it; stems without such a vowel stay.
    static String dropped(String stem) {
        var length = stem.length();
        if (length < SHORTEST) {
            return stem;
        }
        var last = stem.charAt(length - 1);
        var vowel = stem.charAt(length - 2);
        if (stem.endsWith("ьц")) {
            return stem.substring(0, length - 2) + last;
        }
        if (stem.endsWith("еек")) {
            return stem.substring(0, length - 2) + "йк";
        }
        var fleeting = (last == 'к' && (vowel == 'о' || vowel == 'е')) || (last == 'ц' && vowel == 'е');
        return fleeting && VOWELS.indexOf(stem.charAt(length - 3)) < 0 ? stem.substring(0, length - 2) + last : stem;
    }
}
