package ru.garnitura.softphone.media.session;

import java.util.ArrayList;
import java.util.List;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.media.session.SessionDescription.Attribute;
import ru.garnitura.softphone.media.session.SessionDescription.MediaLine;

/// Reads SDP from strangers: bounded in every dimension, and strict about what it uses. What it does not know it skips.
final class SdpParser {

    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_LINES = 400;
    private static final int MAX_MEDIA = 16;
    private static final int MAX_FORMATS = 64;

    private String sessionConnection = "";
    private final List<Attribute> sessionAttributes = new ArrayList<>();
    private final List<MediaLine> media = new ArrayList<>();

    private SdpParser() {
    }

    /// @throws MediaException saying what is wrong with the text
    static SessionDescription parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new MediaException("SDP of " + text.length() + " characters");
        }
        List<String> lines = text.lines().limit(MAX_LINES + 1L).toList();
        if (lines.size() > MAX_LINES) {
            throw new MediaException("SDP of more than " + MAX_LINES + " lines");
        }
        if (lines.isEmpty() || !lines.getFirst().equals("v=0")) {
            throw new MediaException("SDP without v=0");
        }
        SdpParser parser = new SdpParser();
        lines.stream().skip(1).filter(line -> !line.isEmpty()).forEach(parser::line);
        return new SessionDescription(parser.sessionConnection, List.copyOf(parser.sessionAttributes),
                List.copyOf(parser.media));
    }

    private void line(String line) {
        if (line.length() < 2 || line.charAt(1) != '=') {
            throw new MediaException("SDP line without a type: " + printable(line));
        }
        String value = line.substring(2);
        switch (line.charAt(0)) {
            case 'm' -> mediaLine(value);
            case 'c' -> connection(value);
            case 'a' -> attribute(value);
            default -> { }
        }
    }

    private void mediaLine(String value) {
        String[] words = value.split(" ", MAX_FORMATS + 4);
        if (words.length < 4 || words.length > MAX_FORMATS + 3 || media.size() == MAX_MEDIA) {
            throw new MediaException("SDP media line not usable: " + printable(value));
        }
        List<String> formats = List.of(words).subList(3, words.length);
        media.add(new MediaLine(words[0], port(words[1]), words[2], formats, sessionConnection,
                new ArrayList<>(sessionAttributes)));
    }

    private static int port(String text) {
        String digits = text.split("/", 2)[0];
        int port = number(digits, 65_535);
        if (port < 0) {
            throw new MediaException("SDP port not usable: " + printable(text));
        }
        return port;
    }

    private void connection(String value) {
        String[] words = value.split(" ", 4);
        if (words.length != 3 || !words[0].equals("IN") || !words[1].matches("IP[46]")) {
            throw new MediaException("SDP connection not usable: " + printable(value));
        }
        String address = words[2].split("/", 2)[0];
        if (media.isEmpty()) {
            sessionConnection = address;
        } else {
            MediaLine last = media.removeLast();
            media.add(new MediaLine(last.kind(), last.port(), last.profile(), last.formats(), address,
                    last.attributes()));
        }
    }

    /// A media line's own attributes come before those of the session, which they override.
    private void attribute(String value) {
        int colon = value.indexOf(':');
        Attribute attribute = colon < 0 ? new Attribute(value, "")
                : new Attribute(value.substring(0, colon), value.substring(colon + 1));
        if (media.isEmpty()) {
            sessionAttributes.add(attribute);
        } else {
            List<Attribute> own = media.getLast().attributes();
            own.add(own.size() - sessionAttributes.size(), attribute);
        }
    }

    /// A decimal number from 0 to `highest`, or -1.
    static int number(String text, int highest) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int value = Integer.parseInt(text);
        return value <= highest ? value : -1;
    }

    private static String printable(String text) {
        String shortened = text.length() > 80 ? text.substring(0, 80) : text;
        return shortened.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
