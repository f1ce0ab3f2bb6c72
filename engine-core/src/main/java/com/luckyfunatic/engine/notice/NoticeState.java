package com.luckyfunatic.engine.notice;

import java.util.List;

/**
 * What a player has been told.
 *
 * @param read announcements that were read, as far as the content still has them
 * @param popupReadAtMillis when one that pops up was last read, epoch milliseconds; 0 for never
 */
public record NoticeState(List<AnnouncementId> read, long popupReadAtMillis) {
    /** Nothing. */
    public static final NoticeState NONE = new NoticeState(List.of(), 0);

    /** Copies the list. */
    public NoticeState {
        read = List.copyOf(read);
    }
}
