package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.MediaPhone;

/// Three people in a conference through the operator's desk, over SIP and RTP: who hears whom, by the tone each says.
@SuppressWarnings("NullAway.Init")
class ConferenceSoundIT {

    private static final double OPERATOR = 440;
    private static final double CUSTOMER = 1000;
    private static final double COLLEAGUE = 1700;
    /// Two equal tones have a half each; codecs take a little.
    private static final double HEARD = 0.4;
    private static final double ABSENT = 0.01;

    private final List<MediaPhone> phones = new ArrayList<>();
    private final Ear operatorEar = new Ear();
    private final Ear customerEar = new Ear();
    private final Ear colleagueEar = new Ear();
    private MediaPhone operator;
    private MediaPhone customer;
    private MediaPhone colleague;

    @BeforeEach
    void start() throws InterruptedException {
        operator = phone("101", OPERATOR, operatorEar);
        customer = phone("200", CUSTOMER, customerEar);
        colleague = phone("102", COLLEAGUE, colleagueEar);
    }

    private MediaPhone phone(String user, double tone, Ear ear) throws InterruptedException {
        MediaPhone phone = MediaPhone.start(user, new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF),
                io -> AudioEndpoints.of(new ToneSource(tone), ear));
        phones.add(phone);
        return phone;
    }

    @AfterEach
    void stop() {
        phones.forEach(MediaPhone::close);
    }

    private static CallId answerNext(MediaPhone phone) throws InterruptedException {
        CallId id = phone.phone().awaitRinging().id();
        phone.phone().softphone().answer(id);
        phone.phone().awaitState(id, CallState.CONFIRMED);
        return id;
    }

    /// Hears exactly these tones, in some moment of the next seconds: a starved machine breaks the sound now and then.
    private static void assertHears(Ear ear, String whose, Double... tones) throws InterruptedException {
        Set<Double> due = Set.of(tones);
        boolean heard = false;
        StringBuilder last = new StringBuilder();
        for (int attempt = 0; attempt < 40 && !heard; attempt++) {
            short[] sound = ear.listen(300);
            heard = true;
            last.setLength(0);
            for (double tone : List.of(OPERATOR, CUSTOMER, COLLEAGUE)) {
                double share = ToneShare.of(sound, AudioFrame.RATE, tone);
                heard &= due.contains(tone) ? share > HEARD : share < ABSENT;
                last.append(' ').append(tone).append(" Hz: ").append(share);
            }
        }
        assertThat(heard).as("%s hears %s and nobody else;%s", whose, due, last).isTrue();
    }

    @Test
    void everybodyHearsTheTwoOthersAndNotHimselfAndOneMayBeDropped() throws InterruptedException {
        CallId withCustomer = operator.phone().dial(customer.phone().uri());
        answerNext(customer);
        operator.phone().awaitState(withCustomer, CallState.CONFIRMED);
        CallId withColleague = operator.phone().softphone().consult(withCustomer, colleague.phone().uri(), java.util.Map.of());
        answerNext(colleague);
        operator.phone().awaitState(withColleague, CallState.CONFIRMED);
        assertHears(colleagueEar, "the colleague in the consultation", OPERATOR);
        assertHears(operatorEar, "the operator in the consultation", COLLEAGUE);

        operator.phone().softphone().conference();
        operator.phone().awaitState(withCustomer, CallState.CONFIRMED);

        assertHears(operatorEar, "the operator", CUSTOMER, COLLEAGUE);
        assertHears(customerEar, "the customer", OPERATOR, COLLEAGUE);
        assertHears(colleagueEar, "the colleague", OPERATOR, CUSTOMER);

        operator.phone().softphone().end(withColleague);
        operator.phone().awaitState(withColleague, CallState.TERMINATED);
        assertHears(operatorEar, "the operator after one was dropped", CUSTOMER);
        assertHears(customerEar, "the customer after one was dropped", OPERATOR);
    }
}
