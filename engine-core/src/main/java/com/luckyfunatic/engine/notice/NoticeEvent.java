package com.luckyfunatic.engine.notice;

import com.luckyfunatic.engine.GameEvent;
import java.util.List;

/** What happened to notices. */
public sealed interface NoticeEvent extends GameEvent {
    /**
     * Announcements were read.
     *
     * @param announcements which, none of them read before
     * @param forgotten which of those read before the content does not have any more
     * @param popup whether one of them pops up
     * @param atMillis when, epoch milliseconds
     */
    record AnnouncementsRead(
            List<AnnouncementId> announcements,
            List<AnnouncementId> forgotten,
            boolean popup,
            long atMillis)
            implements NoticeEvent {
        /** Copies the lists. */
        public AnnouncementsRead {
            announcements = List.copyOf(announcements);
            forgotten = List.copyOf(forgotten);
        }
    }
}
