package ru.garnitura.sessions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.chat.Said;
import ru.garnitura.sessions.session.Attention;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.DeskLimits;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionInput;
import ru.garnitura.sessions.session.WaitingLevel;

class TileTimerTest {

    private static final DeskLimits LIMITS = new DeskLimits(8, Map.of());
    private static final Instant NOW = Said.START.plusSeconds(100);

    @Test
    void aCallShowsHowLongTheyWaitedThenHowLongTheyTalk() {
        Session ringing = session(Channel.CALL);
        assertThat(TileTimer.of(ringing, LIMITS, NOW))
                .isEqualTo(new TileTimer.Waiting(Duration.ofSeconds(100), WaitingLevel.LATE));
        Session talking = ringing.after(SessionInput.ASSIGN, NOW);
        assertThat(TileTimer.of(talking, LIMITS, NOW.plusSeconds(5)))
                .isEqualTo(new TileTimer.Talking(Duration.ofSeconds(5)));
        assertThat(TileTimer.of(talking.after(SessionInput.END, NOW), LIMITS, NOW)).isEqualTo(new TileTimer.WrapUp());
    }

    @Test
    void aChatShowsTheTimeSinceTheFirstUnansweredMessage() {
        Session open = session(Channel.SITE).after(SessionInput.ASSIGN, NOW);
        assertThat(TileTimer.of(open, LIMITS, NOW)).isEqualTo(new TileTimer.None());
        Session waiting = open.with(new Attention(NOW.minusSeconds(31), 1, false));
        assertThat(TileTimer.of(waiting, LIMITS, NOW))
                .isEqualTo(new TileTimer.Waiting(Duration.ofSeconds(31), WaitingLevel.SOON));
    }

    @Test
    void anOffersBarShrinksToNothing() {
        Instant offered = Said.START.plusSeconds(300);
        Session offer = Session.offered(new SessionId("s"), Said.origin(Channel.SITE, ""), offered.plusSeconds(20));
        SessionTile tile = new SessionTile(offer, new TileTimer.None(), offered);

        assertThat(left(tile, offered)).isEqualTo(1);
        assertThat(left(tile, offered.plusSeconds(15))).isEqualTo(0.25);
        assertThat(left(tile, offered.plusSeconds(99))).isZero();
    }

    private static double left(SessionTile tile, Instant now) {
        tile.show(tile.session(), new TileTimer.None(), now);
        return tile.facts().get().offerLeft();
    }

    private static Session session(Channel channel) {
        return Session.offered(new SessionId("s"), Said.origin(channel, ""), null);
    }
}
