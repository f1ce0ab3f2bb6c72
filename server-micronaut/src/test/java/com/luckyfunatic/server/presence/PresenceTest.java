package com.luckyfunatic.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.scheduling.annotation.Scheduled;
import org.junit.jupiter.api.Test;

class PresenceTest {
    @Test
    void the_history_of_sessions_is_brought_up_to_date_every_minute() throws NoSuchMethodException {
        Scheduled flush =
                Presence.class.getDeclaredMethod("flushRegularly").getAnnotation(Scheduled.class);

        assertThat(flush.fixedRate()).isEqualTo("60s");
    }
}
