package com.luckyfunatic.engine.notice;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import java.util.List;

/** Commands on notices. */
public sealed interface NoticeCommand extends Command {
    /**
     * Marks announcements as read. Those that the content does not have are passed over: they may
     * have been withdrawn while the player was reading.
     *
     * @param all whether the player meant all of them; then a repeat means the same, whatever the
     *     player sees by then
     * @param announcements which; at most {@link #ANNOUNCEMENTS_MAX}
     */
    record MarkRead(boolean all, List<AnnouncementId> announcements) implements NoticeCommand {
        /** The most announcements of one command: as many as content may have. */
        public static final int ANNOUNCEMENTS_MAX = 1_000;

        /** Checks the number and copies the list. */
        public MarkRead {
            if (announcements.size() > ANNOUNCEMENTS_MAX) {
                throw new IllegalArgumentException(
                        "at most "
                                + ANNOUNCEMENTS_MAX
                                + " announcements can be marked at once, were "
                                + announcements.size());
            }
            announcements = List.copyOf(announcements);
        }

        @Override
        public Durability durability() {
            return Durability.SOFT;
        }

        @Override
        public MarkRead intent() {
            return all ? new MarkRead(true, List.of()) : this;
        }
    }
}
